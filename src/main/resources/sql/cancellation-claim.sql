-- One worker a cancellation. An account's next feed waits until it is known what became of the last one: so a feed that nobody
-- knows can only be that one.
with due as (
    select account_id, amazon_order_id
    from cancellations c
    where due_at <= now() and locked_until <= now()
        and not exists (select 1 from lanes where lane = 'amazon/' || c.account_id and paused_until > now())
        and (c.feed_id is not null or c.begun_at is not null or not exists (select 1 from cancellations other
            where other.account_id = c.account_id and other.state = 'PENDING' and other.begun_at is not null
                and other.feed_id is null))
    order by due_at
    limit 8
    for update skip locked
)
update cancellations c
set attempt = c.attempt + 1,
    attempts = c.attempts + 1,
    locked_until = now() + make_interval(secs => :#${bean:claims?method=leaseSeconds})
from due, orders o
where c.account_id = due.account_id
  and c.amazon_order_id = due.amazon_order_id
  and o.account_id = c.account_id
  and o.amazon_order_id = c.amazon_order_id
returning c.cancel_reason, c.asks, c.begun_at, c.feed_id, c.attempt, o.document
