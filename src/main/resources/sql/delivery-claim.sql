-- One worker a hand-over. Every subscriber has its own share of the workers, so a dead one holds up nobody but itself, and
-- the events of one order reach a subscriber in the order in which they happened.
with due as (
    select claimed.id
    from unnest(cast(:#${bean:claims?method=subscribers} as text[])) as name
    cross join lateral (
        select count(*) as size from deliveries
        where subscriber = name and due_at is not null and locked_until > now()
    ) busy
    cross join lateral (
        select d.id
        from deliveries d
        where d.subscriber = name and d.due_at <= now() and d.locked_until <= now()
            -- a copied database must not tell the ERP everything once more
            and not cast(:#${bean:readOnlyMode?method=active} as boolean)
            and not exists (
                select 1 from deliveries earlier
                where earlier.account_id = d.account_id and earlier.amazon_order_id = d.amazon_order_id
                    and earlier.subscriber = d.subscriber and earlier.state = 'PENDING' and earlier.id < d.id
            )
        order by d.due_at
        limit greatest(0, :#${bean:claims?method=share} - busy.size)
        for update skip locked
    ) claimed
)
update deliveries d
set attempt = d.attempt + 1,
    attempts = d.attempts + 1,
    locked_until = now() + make_interval(secs => :#${bean:claims?method=leaseSeconds})
from due, orders o
where d.id = due.id
  and o.account_id = d.account_id
  and o.amazon_order_id = d.amazon_order_id
returning d.id, d.account_id, d.amazon_order_id, d.subscriber, d.slot, d.event, d.round, d.attempt, d.payload,
    o.document, o.commerce_order_number
