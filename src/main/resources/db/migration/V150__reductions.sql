-- The refund of single units that was begun in Commerce and is not recorded as done yet: recorded before the call.
alter table orders
    add column reduction_units int,
    add column reduction_amount numeric,
    add column reduction_refunded_before numeric,
    add column reduction_started_at timestamptz;
