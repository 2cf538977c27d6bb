-- One worker a parcel, the one that must leave first first; an account whose lane to Amazon is paused waits.
with due as (
    select p.account_id, p.amazon_order_id, p.package_reference_id
    from packages p
    join orders o using (account_id, amazon_order_id)
    where p.due_at <= now() and p.locked_until <= now()
        and not exists (
            select 1 from lanes where lane = 'amazon/' || p.account_id and paused_until > now()
        )
    order by o.latest_ship_time nulls last, p.due_at
    limit :#${bean:packageWorkers?method=free}
    for update of p skip locked
)
update packages p
set attempt = p.attempt + 1,
    attempts = p.attempts + 1,
    locked_until = now() + make_interval(secs => :#${bean:claims?method=leaseSeconds})
from due, orders o
where p.account_id = due.account_id
  and p.amazon_order_id = due.amazon_order_id
  and p.package_reference_id = due.package_reference_id
  and o.account_id = p.account_id
  and o.amazon_order_id = p.amazon_order_id
returning p.account_id, p.amazon_order_id, p.package_reference_id, p.version, p.carrier_code, p.carrier_title,
    p.tracking_number, p.shipped_at, p.units, p.transparency_codes, p.released, p.doubted, p.state, p.attempt, o.document
