-- When an order that does not move is asked for again by itself.
alter table orders add column refresh_at timestamptz;
create index orders_refresh on orders (refresh_at nulls first) where state in ('WAITING', 'IMPORTED');
