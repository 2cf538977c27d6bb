-- One worker a parcel, the one that must leave first first, and no more than the account's quota allows at once, so that
-- those who wait keep their order. An account that rests, whose lane to Amazon is paused or whose authorisation Amazon
-- refuses waits; cancelled orders are never confirmed.
with allowed as (
    select b.account_id, b.operation,
        case when coalesce(b.paused_until > now(), false) then 0
            else floor(least(b.burst, b.tokens + b.rate * extract(epoch from now() - b.refilled_at))) end
        - (select count(*) from packages p
            where p.account_id = b.account_id and p.due_at <= now() and p.locked_until > now()
                and (p.state = 'SENT') = (b.operation = 'get-order')) as calls
    from quota_buckets b
    where b.operation in ('confirm-shipment', 'get-order')
), ranked as (
    select p.account_id, p.amazon_order_id, p.package_reference_id, o.latest_ship_time, p.due_at, p.state = 'SENT' as sent,
        row_number() over (
            partition by p.account_id, p.state = 'SENT' order by o.latest_ship_time nulls last, p.due_at) as place
    from packages p
    join orders o using (account_id, amazon_order_id)
    where p.due_at <= now() and p.locked_until <= now() and o.amazon_status <> 'CANCELLED'
        and not exists (
            select 1 from lanes where lane = 'amazon/' || p.account_id and paused_until > now()
                or lane = 'amazon-orders/' || p.account_id and reason = 'AMAZON_UNAUTHORISED'
        )
        and p.account_id <> all (cast(:#${bean:claims?method=resting} as text[]))
), due as (
    select p.account_id, p.amazon_order_id, p.package_reference_id
    from packages p
    join ranked r using (account_id, amazon_order_id, package_reference_id)
    left join allowed a on a.account_id = r.account_id
        and a.operation = case when r.sent then 'get-order' else 'confirm-shipment' end
    where r.place <= coalesce(a.calls, r.place) and p.due_at <= now() and p.locked_until <= now()
        and (not exists (select 1 from lanes where lane = 'amazon/' || p.account_id and failures >= 5)
            or r.place = 1 and not exists (
                select 1 from packages other
                where other.account_id = p.account_id and other.due_at <= now() and other.locked_until > now()
            ))
    order by r.sent, r.latest_ship_time nulls last, r.due_at
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
