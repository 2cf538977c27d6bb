-- Which Commerce and which Amazon endpoints this database belongs to: a copy is recognised by other addresses.
create table deployment (
    part         text primary key,
    url          text not null,
    confirmed_at timestamptz not null default now(),
    confirmed_by text not null default 'hub'
);

-- Changing requests that were recorded instead of sent, without personal data; the last one of each kind counts.
create table withheld_requests (
    id              bigint generated always as identity primary key,
    account_id      text not null,
    amazon_order_id text not null,
    side            text not null,
    operation       text not null,
    method          text not null,
    url             text not null,
    content         text,
    at              timestamptz not null default now(),
    released_at     timestamptz,
    unique (account_id, amazon_order_id, operation, url)
);

create index withheld_requests_at on withheld_requests (at);
