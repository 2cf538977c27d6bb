-- What the hub remembers. All times are UTC instants; personal data is confined to orders.document and orders.buyer_name.

create table orders (
    account_id            text not null,
    amazon_order_id       text not null,
    marketplace_id        text,
    purchase_date         timestamptz not null,
    last_updated          timestamptz not null,
    amazon_status         text not null,
    fulfilled_by          text not null,
    buyer_name            text,
    total                 numeric(19, 4),
    currency              text,
    latest_ship_time      timestamptz,
    units                 int not null default 0,
    document              text,
    state                 text not null,
    reason                text,
    note                  text,
    attempts              int not null default 0,
    attempt               bigint not null default 0,
    due_at                timestamptz,
    locked_until          timestamptz not null default '-infinity',
    import_started_at     timestamptz,
    commerce_order_id     bigint,
    commerce_order_number text,
    commerce_items        text,
    received_at           timestamptz not null default now(),
    imported_at           timestamptz,
    updated_at            timestamptz not null default now(),
    primary key (account_id, amazon_order_id)
) with (fillfactor = 80);

create index orders_due on orders (due_at) where due_at is not null;
create index orders_purchase_date on orders (purchase_date desc, account_id, amazon_order_id);
create index orders_state on orders (state, purchase_date desc);
create index orders_amazon_order_id on orders (amazon_order_id);
create unique index orders_commerce_order on orders (commerce_order_id) where commerce_order_id is not null;

create table packages (
    account_id           text not null,
    amazon_order_id      text not null,
    package_reference_id int not null,
    version              int not null default 1,
    commerce_shipment_id bigint not null,
    commerce_track_id    bigint not null,
    carrier_code         text,
    carrier_title        text,
    tracking_number      text not null,
    shipped_at           timestamptz not null,
    units                text not null,
    state                text not null,
    reason               text,
    note                 text,
    attempts             int not null default 0,
    attempt              bigint not null default 0,
    due_at               timestamptz,
    locked_until         timestamptz not null default '-infinity',
    received_at          timestamptz not null default now(),
    sent_at              timestamptz,
    confirmed_at         timestamptz,
    updated_at           timestamptz not null default now(),
    primary key (account_id, amazon_order_id, package_reference_id),
    unique (commerce_track_id),
    foreign key (account_id, amazon_order_id) references orders
);

create index packages_due on packages (due_at) where due_at is not null;

create table deliveries (
    account_id      text not null,
    amazon_order_id text not null,
    subscriber      text not null,
    state           text not null,
    note            text,
    attempts        int not null default 0,
    attempt         bigint not null default 0,
    due_at          timestamptz,
    locked_until    timestamptz not null default '-infinity',
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    primary key (account_id, amazon_order_id, subscriber),
    foreign key (account_id, amazon_order_id) references orders
);

create index deliveries_due on deliveries (due_at) where due_at is not null;

create table history (
    id              bigint generated always as identity primary key,
    account_id      text not null,
    amazon_order_id text not null,
    at              timestamptz not null default now(),
    event           text not null,
    note            text,
    actor           text not null default 'hub'
);

create index history_order on history (account_id, amazon_order_id, id);

create table lanes (
    lane            text primary key,
    position        timestamptz,
    window_start    timestamptz,
    page_token      text,
    page_token_at   timestamptz,
    last_success_at timestamptz,
    failing_since   timestamptz,
    failures        int not null default 0,
    paused_until    timestamptz,
    last_error      text,
    updated_at      timestamptz not null default now()
);

-- Shipments without a tracking number yet: Commerce does not touch them when a track is added, so they are read again.
create table trackless_shipments (
    commerce_shipment_id bigint primary key,
    commerce_order_id    bigint not null,
    seen_at              timestamptz not null default now()
);

create table remote_errors (
    id              bigint generated always as identity primary key,
    at              timestamptz not null default now(),
    side            text not null,
    account_id      text,
    amazon_order_id text,
    operation       text not null,
    status          int not null,
    code            text,
    message         text,
    request_id      text
);

create index remote_errors_at on remote_errors (at);

create table effects (
    key    text primary key,
    status text not null,
    owner  text not null,
    at     timestamptz not null default now()
);

create table quota_buckets (
    account_id   text not null,
    operation    text not null,
    tokens       double precision not null,
    rate         double precision not null,
    burst        double precision not null,
    refilled_at  timestamptz not null,
    paused_until timestamptz,
    primary key (account_id, operation)
);
