-- Triggers that stop a hub at the very statement that records a step of an order: they wait for a lock the test holds.
create table kill_claims (
    id bigint generated always as identity primary key,
    amazon_order_id text not null,
    app text not null
);
create function kill_wait(point text, order_id text) returns void language sql as $$
    select pg_advisory_xact_lock_shared(hashtextextended(point || ':' || order_id, 0))
$$;
create function kill_orders() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform kill_wait('intake', new.amazon_order_id);
        return new;
    end if;
    if new.import_started_at is not null and new.import_started_at is distinct from old.import_started_at then
        perform kill_wait('importing', new.amazon_order_id);
    end if;
    if new.commerce_order_id is not null and old.commerce_order_id is null then
        perform kill_wait('imported', new.amazon_order_id);
    end if;
    if new.state in ('CANCELLED', 'COMPLETED') and new.state <> old.state then
        perform kill_wait(lower(new.state), new.amazon_order_id);
    end if;
    if new.hold <> old.hold then
        perform kill_wait(lower(new.hold), new.amazon_order_id);
    end if;
    if new.attempt > old.attempt then
        insert into kill_claims (amazon_order_id, app)
        values (new.amazon_order_id, current_setting('application_name'));
    end if;
    return new;
end $$;
create function kill_packages() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform kill_wait('parcel', new.amazon_order_id);
        return new;
    end if;
    if new.resent and not old.resent then
        perform kill_wait('resent', new.amazon_order_id);
    end if;
    if new.state in ('SENT', 'CONFIRMED') and new.state <> old.state then
        perform kill_wait(lower(new.state), new.amazon_order_id);
    end if;
    if new.attempt > old.attempt then
        insert into kill_claims (amazon_order_id, app)
        values (new.amazon_order_id, current_setting('application_name'));
    end if;
    return new;
end $$;
create function kill_deliveries() returns trigger language plpgsql as $$
begin
    if new.state = 'DELIVERED' and new.state <> old.state then
        perform kill_wait('delivered', new.amazon_order_id);
    end if;
    if new.attempt > old.attempt then
        insert into kill_claims (amazon_order_id, app)
        values (new.amazon_order_id, current_setting('application_name'));
    end if;
    return new;
end $$;
create function kill_notices() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform kill_wait('notice', new.amazon_order_id);
        return new;
    end if;
    if new.state = 'CREATED' and new.state <> old.state then
        perform kill_wait('created', new.amazon_order_id);
    end if;
    if new.attempt > old.attempt then
        insert into kill_claims (amazon_order_id, app)
        values (new.amazon_order_id, current_setting('application_name'));
    end if;
    return new;
end $$;
create function kill_cancellations() returns trigger language plpgsql as $$
begin
    if new.begun_at is distinct from old.begun_at then
        perform kill_wait('feed-begun', new.amazon_order_id);
    end if;
    if new.state <> old.state then
        perform kill_wait('feed-' || lower(new.state), new.amazon_order_id);
    end if;
    if new.attempt > old.attempt then
        insert into kill_claims (amazon_order_id, app)
        values (new.amazon_order_id, current_setting('application_name'));
    end if;
    return new;
end $$;
create function kill_checks() returns trigger language plpgsql as $$
begin
    if old.urgent and not new.urgent then
        perform kill_wait('check', o.amazon_order_id) from orders o
        where o.commerce_order_id = new.commerce_order_id;
    end if;
    return new;
end $$;
create function kill_effects() returns trigger language plpgsql as $$
begin
    if new.status = 'DONE' then
        perform kill_wait(split_part(new.key, ':', 1) || '-done', split_part(new.key, '/', 2));
    end if;
    return new;
end $$;
create trigger kill before insert or update on orders for each row execute function kill_orders();
create trigger kill before insert or update on packages for each row execute function kill_packages();
create trigger kill before update on deliveries for each row execute function kill_deliveries();
create trigger kill before insert or update on received_shipments
for each row execute function kill_notices();
create trigger kill before update on cancellations for each row execute function kill_cancellations();
create trigger kill before update on shipment_checks for each row execute function kill_checks();
create trigger kill before update on effects for each row execute function kill_effects();
