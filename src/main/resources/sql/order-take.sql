-- The orders that messages name, claimed as order-claim.sql claims them. What is done, taken, not due yet or too much for the
-- workers is left out, so that a message that comes twice, late or wrongly does no harm.
with due as (
    select account_id, amazon_order_id
    from orders
    where (account_id, amazon_order_id) in (
            select split_part(key, '/', 1), split_part(key, '/', 2) from unnest(cast(:#${body} as text[])) as key
        )
        and due_at <= now() and locked_until <= now()
        and account_id <> all (cast(:#${bean:claims?method=resting} as text[]))
    order by due_at
    limit (
        -- a shop that is down is tried by order-claim.sql
        select case when coalesce(max(paused_until) > now(), false) or coalesce(max(failures), 0) >= 5
            then 0 else free.slots end
        from (select :#${bean:orderWorkers?method=free}::bigint as slots) free
        left join lanes on lane = 'commerce'
        group by free.slots
    )
    for update skip locked
)
update orders o
set attempt = o.attempt + 1,
    attempts = o.attempts + 1,
    locked_until = now() + make_interval(secs => :#${bean:claims?method=leaseSeconds})
from due
where o.account_id = due.account_id and o.amazon_order_id = due.amazon_order_id
returning o.account_id, o.amazon_order_id, o.document, o.state, o.attempt, o.import_started_at,
    o.commerce_order_id, o.commerce_items, o.hold, o.holds, o.ruling, o.adopt_number,
    o.reduction_units, o.reduction_amount, o.reduction_refunded_before, o.reduction_started_at
