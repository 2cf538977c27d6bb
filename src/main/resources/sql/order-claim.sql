-- One worker an order, none for an account that rests: due orders are locked for the lease and given to the caller; SKIP LOCKED lets others take the rest.
with due as (
    select account_id, amazon_order_id
    from orders
    -- an order that a message may have named is left to that message for a while: order-take.sql
    where due_at <= now() - make_interval(secs => :#${bean:announcements?method=patienceSeconds})
        and locked_until <= now()
        and account_id <> all (cast(:#${bean:claims?method=resting} as text[]))
    order by due_at
    limit (
        -- a shop that is down gets no orders while its lane is paused, and then one at a time to try
        select case
            when coalesce(max(paused_until) > now(), false) then 0
            when coalesce(max(failures), 0) >= 5 then
                case when exists (select 1 from orders where due_at <= now() and locked_until > now())
                    then 0 else least(1, free.slots) end
            else free.slots
        end
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
