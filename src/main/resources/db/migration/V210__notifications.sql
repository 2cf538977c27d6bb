-- Orders that Amazon's notifications name: asked for by themselves as far as the quota allows, then forgotten.
create table order_checks (
    account_id      text not null,
    amazon_order_id text not null,
    asked_at        timestamptz not null default clock_timestamp(),
    due_at          timestamptz not null default clock_timestamp(),
    attempts        int not null default 0,
    primary key (account_id, amazon_order_id)
);

create index order_checks_due on order_checks (account_id, due_at);

-- That Amazon sends an account's notifications to a queue: an operator's wish, and what came of it.
create table notification_subscriptions (
    account_id      text primary key,
    queue           text not null,
    state           text not null default 'ASKED',
    destination_id  text,
    subscription_id text,
    note            text,
    attempts        int not null default 0,
    due_at          timestamptz default now(),
    asked_by        text not null,
    asked_at        timestamptz not null default now(),
    updated_at      timestamptz not null default now()
);
