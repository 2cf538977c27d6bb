-- One worker a cancellation.
with due as (
    select account_id, amazon_order_id
    from cancellations c
    where due_at <= now() and locked_until <= now()
        and not exists (select 1 from lanes where lane = 'amazon/' || c.account_id and paused_until > now())
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
