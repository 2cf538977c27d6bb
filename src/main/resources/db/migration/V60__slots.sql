-- Hand-overs of every slot, not of imported orders alone: one row per subscriber, slot, order and event.
alter table deliveries
    add column id bigint generated always as identity,
    add column slot text not null default 'order-imported',
    add column event text not null default '',
    add column payload text,
    add column round int not null default 0,
    add column reason text;

alter table deliveries drop constraint deliveries_pkey;
alter table deliveries add primary key (id);
alter table deliveries add unique (account_id, amazon_order_id, subscriber, slot, event);

drop index deliveries_due;
create index deliveries_due on deliveries (subscriber, due_at) where due_at is not null;
create index deliveries_created on deliveries (subscriber, created_at);
create index deliveries_claimed on deliveries (subscriber, locked_until) where due_at is not null;
