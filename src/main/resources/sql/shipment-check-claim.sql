-- Orders whose shipments somebody asked for at once; what fails here is read again by the next poll.
update shipment_checks
set urgent = false, read_at = clock_timestamp()
where commerce_order_id in (
    select commerce_order_id from shipment_checks where urgent order by asked_at limit 50 for update skip locked
)
returning commerce_order_id
