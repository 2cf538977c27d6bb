-- The console's lists at a million orders: whatever is filtered by and sorted by, a page is found within one index, without
-- the rows of the orders before it: each index holds what else can be filtered by, and all columns of its order.
drop index orders_purchase_date;
drop index orders_account;
drop index orders_state;
drop index orders_status;
drop index orders_total_falling;
drop index orders_total_rising;
drop index orders_updated;
drop index orders_latest_ship_time;

create index orders_purchase_date on orders (purchase_date desc, account_id, amazon_order_id)
    include (state, amazon_status, total, latest_ship_time, updated_at);
create index orders_account on orders (account_id, purchase_date desc, amazon_order_id)
    include (state, amazon_status, total, latest_ship_time, updated_at);
create index orders_state on orders (state, purchase_date desc, account_id, amazon_order_id)
    include (total, latest_ship_time, updated_at);
create index orders_status on orders (amazon_status, purchase_date desc, account_id, amazon_order_id)
    include (total, latest_ship_time, updated_at);
create index orders_total_falling on orders (total desc nulls last, purchase_date desc, account_id, amazon_order_id)
    include (state, amazon_status);
create index orders_total_rising on orders (total, purchase_date desc, account_id, amazon_order_id)
    include (state, amazon_status);
create index orders_updated on orders (updated_at desc, account_id, amazon_order_id)
    include (state, amazon_status, total, purchase_date);
create index orders_latest_ship_time on orders (latest_ship_time, account_id, amazon_order_id)
    include (state, amazon_status, total, purchase_date);
