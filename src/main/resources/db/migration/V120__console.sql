-- When the hub first saw that Amazon had verified an order, by Amazon's own clock: from here on it could be imported.
alter table orders add column verified_at timestamptz;

create function orders_verify() returns trigger language plpgsql as $$
begin
    new.verified_at := new.last_updated;
    return new;
end $$;

create trigger orders_verify before insert or update of amazon_status on orders
    for each row when (new.verified_at is null and new.imported_at is null
        and new.amazon_status in ('UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED'))
    execute function orders_verify();

-- The console's lists: each filter and each way to sort finds its page of a million orders without reading them.
drop index orders_state;
create index orders_state on orders (state, purchase_date desc, account_id, amazon_order_id);
create index orders_account on orders (account_id, purchase_date desc, amazon_order_id);
create index orders_status on orders (amazon_status, purchase_date desc, account_id, amazon_order_id);
create index orders_total_falling on orders (total desc nulls last);
create index orders_total_rising on orders (total);
create index orders_updated on orders (updated_at);
create index orders_latest_ship_time on orders (latest_ship_time);
create index orders_commerce_number on orders (commerce_order_number) where commerce_order_number is not null;

-- The console's figures of the last day.
create index orders_imported on orders (imported_at) include (verified_at, fulfilled_by) where imported_at is not null;
create index packages_sent on packages (sent_at) include (shipped_at) where sent_at is not null;

-- What needs attention.
create index packages_attention on packages (reason) where state = 'NEEDS_ATTENTION';
create index deliveries_attention on deliveries (reason) where state = 'NEEDS_ATTENTION';
create index received_shipments_attention on received_shipments (reason) where state = 'NEEDS_ATTENTION';
