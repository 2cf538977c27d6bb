-- Pushed events that were seen, so that none counts twice; kept for a day.
create table push_events (
    event_id text primary key,
    at       timestamptz not null default now()
);

create index push_events_at on push_events (at);
create index orders_ship_by on orders (latest_ship_time) where amazon_status in ('UNSHIPPED', 'PARTIALLY_SHIPPED');
