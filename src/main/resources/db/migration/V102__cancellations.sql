-- Cancellations that the merchant asked for: Amazon is told by a feed, which is followed to its end.
create table cancellations (
    account_id      text not null,
    amazon_order_id text not null,
    cancel_reason   text not null,
    asked_by        text not null,
    state           text not null default 'PENDING',
    asks            int not null default 1,
    begun_at        timestamptz,
    feed_id         text,
    reason          text,
    note            text,
    attempts        int not null default 0,
    attempt         bigint not null default 0,
    due_at          timestamptz default now(),
    locked_until    timestamptz not null default '-infinity',
    asked_at        timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    primary key (account_id, amazon_order_id),
    foreign key (account_id, amazon_order_id) references orders
);

create index cancellations_due on cancellations (due_at) where due_at is not null;
