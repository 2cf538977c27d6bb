-- One worker a shipment; one whose order is not in Commerce yet waits for it.
with due as (
    select r.account_id, r.shipment_id
    from received_shipments r
    join orders o using (account_id, amazon_order_id)
    where r.due_at <= now() and r.locked_until <= now()
        and o.commerce_order_id is not null and o.amazon_status <> 'CANCELLED'
    order by o.latest_ship_time nulls last, r.due_at
    limit (
        -- a shop that is down gets none while its lane is paused, and then one at a time to try
        select case
            when coalesce(max(paused_until) > now(), false) then 0
            when coalesce(max(failures), 0) >= 5 then
                case when exists (select 1 from received_shipments where due_at <= now() and locked_until > now())
                    then 0 else least(1, free.slots) end
            else free.slots
        end
        from (select :#${bean:shipmentWorkers?method=free}::bigint as slots) free
        left join lanes on lane = 'commerce'
        group by free.slots
    )
    for update of r skip locked
)
update received_shipments r
set attempt = r.attempt + 1,
    attempts = r.attempts + 1,
    locked_until = now() + make_interval(secs => :#${bean:claims?method=leaseSeconds})
from due, orders o
where r.account_id = due.account_id
  and r.shipment_id = due.shipment_id
  and o.account_id = r.account_id
  and o.amazon_order_id = r.amazon_order_id
returning r.document as notice, r.attempt, o.document, o.commerce_order_id, o.commerce_items
