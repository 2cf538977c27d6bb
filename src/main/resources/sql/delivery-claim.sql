-- One worker a hand-over: a dead subscriber holds up nobody but itself.
with due as (
    select account_id, amazon_order_id, subscriber
    from deliveries
    where due_at <= now() and locked_until <= now()
    order by due_at
    limit :#${bean:deliveryWorkers?method=free}
    for update skip locked
)
update deliveries d
set attempt = d.attempt + 1,
    attempts = d.attempts + 1,
    locked_until = now() + make_interval(secs => :#${bean:claims?method=leaseSeconds})
from due, orders o
where d.account_id = due.account_id
  and d.amazon_order_id = due.amazon_order_id
  and d.subscriber = due.subscriber
  and o.account_id = d.account_id
  and o.amazon_order_id = d.amazon_order_id
returning d.account_id, d.amazon_order_id, d.subscriber, d.attempt, o.document, o.commerce_order_number
