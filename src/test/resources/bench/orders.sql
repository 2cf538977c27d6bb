-- Two years of orders, the first one the newest; buyers and documents come from the pools bench_buyers and bench_documents.
-- Their numbers in Commerce are above those that a simulated shop gives.
create function chance(n bigint, salt int) returns double precision immutable language sql
    return (hashint8extended(n, salt) & 1073741823) / 1073741824.0;

create table bench_orders as
select n,
    case when chance(n, 1) < 0.7 then 'us' when chance(n, 1) < 0.95 then 'eu' else 'jp' end as account_id,
    to_char(100 + n % 900, 'FM000') || '-' || to_char(n, 'FM0000000') || '-' || to_char(n * 7919 % 10000000, 'FM0000000')
        as amazon_order_id,
    now() - n * interval '730 days' / ${orders} as purchase_date,
    case when n % 2000 = 7 then 'NEEDS_ATTENTION' when chance(n, 2) < 0.03 then 'CANCELLED'
        when chance(n, 2) < 0.05 then 'NOT_IMPORTED' when n <= 500 then 'WAITING' when n <= 4000 then 'IMPORTED'
        when n <= 8000 then 'SHIPPED' else 'COMPLETED' end as state,
    case when chance(n, 3) < 0.15 then 'AMAZON' else 'MERCHANT' end as fulfilled_by,
    exp(3.2 + 1.1 * sqrt(-2 * ln(greatest(chance(n, 4), 1e-9))) * cos(2 * pi() * chance(n, 5)))::numeric as total,
    1 + floor(${buyers} * chance(n, 6) ^ 2)::int as buyer
from generate_series(1::bigint, ${orders}) n;

insert into orders (account_id, amazon_order_id, marketplace_id, purchase_date, last_updated, amazon_status, fulfilled_by,
    buyer_name, buyer_grams, buyer_email_token, sealed_with, total, currency, latest_ship_time, units, document, state, reason,
    note, attempts, commerce_order_id, commerce_order_number, received_at, imported_at, verified_at, updated_at, refresh_at,
    finished_at, purged_at)
select account_id, amazon_order_id,
    case account_id when 'us' then 'ATVPDKIKX0DER' when 'eu' then 'A1PA6795UKMFR9' else 'A1VC38T7YXB528' end,
    purchase_date, purchase_date + interval '20 minutes',
    case when state = 'CANCELLED' then 'CANCELLED' when state = 'WAITING' then 'PENDING'
        when state in ('SHIPPED', 'COMPLETED') or n > 20000 then 'SHIPPED' when n % 50 = 0 then 'PARTIALLY_SHIPPED'
        else 'UNSHIPPED' end,
    fulfilled_by, b.sealed, b.grams, b.email_token, b.sealed_with,
    case account_id when 'jp' then round(total * 150) else round(total, 2) end,
    case account_id when 'us' then 'USD' when 'eu' then 'EUR' else 'JPY' end,
    purchase_date + interval '2 days', 1 + n % 3, d.document, state,
    case state when 'WAITING' then 'PENDING' when 'NEEDS_ATTENTION' then 'PRODUCT_UNKNOWN' end,
    case state when 'NEEDS_ATTENTION' then 'The SKU BENCH-' || n / 2000 % 40 || ' is not in Commerce' end,
    case state when 'NEEDS_ATTENTION' then 1 else 0 end,
    case when state in ('IMPORTED', 'SHIPPED', 'COMPLETED') then 1000000000 + n end,
    case when state in ('IMPORTED', 'SHIPPED', 'COMPLETED') then to_char(n, 'FM000000000') end,
    purchase_date + interval '1 minute',
    case when state in ('IMPORTED', 'SHIPPED', 'COMPLETED') then purchase_date + interval '25 minutes' end,
    case when state <> 'WAITING' then purchase_date + interval '20 minutes' end,
    purchase_date + interval '1 day' * (1 + chance(n, 7)), now() + interval '30 days',
    case when state in ('COMPLETED', 'CANCELLED') then purchase_date + interval '3 days' end,
    case when n > 20000 then purchase_date + interval '33 days' end
from bench_orders o
join bench_buyers b on b.id = o.buyer
left join bench_documents d on d.id = n % ${documents} and n <= 20000;

insert into packages (account_id, amazon_order_id, package_reference_id, commerce_shipment_id, commerce_track_id, carrier_code,
    carrier_title, tracking_number, shipped_at, units, state, sent_at, confirmed_at)
select account_id, amazon_order_id, 1, 1000000000 + n, 1000000000 + n, 'ups', 'UPS', '1Z' || to_char(n, 'FM0000000000'),
    purchase_date + interval '1 day', '{"1":1}', 'CONFIRMED', purchase_date + interval '1 day 2 minutes',
    purchase_date + interval '1 day 3 minutes'
from bench_orders where state in ('SHIPPED', 'COMPLETED') and fulfilled_by = 'MERCHANT';

insert into history (account_id, amazon_order_id, at, event, note)
select account_id, amazon_order_id, purchase_date + step.after, step.event, step.note
from bench_orders
cross join (values (interval '1 minute', 'READY', null), (interval '25 minutes', 'IMPORTED', 'Commerce order'),
    (interval '1 day 3 minutes', 'PACKAGE_CONFIRMED', 'Amazon shows package 1'), (interval '2 days', 'COMPLETED', null))
    step (after, event, note)
where state in ('SHIPPED', 'COMPLETED');

insert into remote_errors (at, side, account_id, amazon_order_id, operation, status, code, message, request_id)
select purchase_date, case n % 3 when 0 then 'AMAZON' else 'COMMERCE' end, account_id, amazon_order_id,
    case n % 3 when 0 then 'get-order' when 1 then 'product-search' else 'order-create' end, case n % 2 when 0 then 503 else 400 end,
    case n % 3 when 0 then 'InternalFailure' end, 'The other side failed', 'request-' || n
from bench_orders where n <= 100000;

drop table bench_orders, bench_buyers, bench_documents;
drop function chance;
