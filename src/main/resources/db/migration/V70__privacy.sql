-- Personal data at rest: orders.document and orders.buyer_name are sealed with the key sealed_with names, null while they are plain.
-- buyer_grams and buyer_email_token are keyed hashes, so that buyers can be found without being readable.
alter table orders
    add column sealed_with text,
    add column buyer_grams int[],
    add column buyer_email_token text,
    add column finished_at timestamptz,
    add column purged_at timestamptz,
    add column erasure_requested_at timestamptz;

update orders set finished_at = updated_at where state in ('COMPLETED', 'CANCELLED');

create index orders_buyer_grams on orders using gin (buyer_grams);
create index orders_buyer_email_token on orders (buyer_email_token) where buyer_email_token is not null;
create index orders_unpurged on orders (finished_at) where finished_at is not null and purged_at is null;

-- The end of an order begins the retention of its personal data, whoever moves it there.
create function orders_finish() returns trigger language plpgsql as $$
begin
    new.finished_at := case when new.state in ('COMPLETED', 'CANCELLED') then now() end;
    return new;
end $$;

create trigger orders_finish before update of state on orders
    for each row when (old.state is distinct from new.state) execute function orders_finish();

-- The keys this database was sealed with, by a fingerprint that tells nothing of the key.
create table encryption_keys (
    id            text primary key,
    fingerprint   text not null,
    first_used_at timestamptz not null default now()
);
