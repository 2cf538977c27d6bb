-- Shipments that others told the hub of, kept before anything else happens; no order needs to be known yet.
create table received_shipments (
    account_id           text not null,
    shipment_id          text not null,
    amazon_order_id      text not null,
    document             text not null,
    state                text not null default 'WAITING',
    reason               text,
    note                 text,
    attempts             int not null default 0,
    attempt              bigint not null default 0,
    due_at               timestamptz default now(),
    locked_until         timestamptz not null default '-infinity',
    commerce_shipment_id bigint,
    received_at          timestamptz not null default now(),
    updated_at           timestamptz not null default now(),
    primary key (account_id, shipment_id)
);

create index received_shipments_due on received_shipments (due_at) where due_at is not null;
create index received_shipments_order on received_shipments (account_id, amazon_order_id);
