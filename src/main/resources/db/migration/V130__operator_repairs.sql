-- What an operator decided about an order: NONE, IMPORT against the settings, or LEAVE it alone; and which Commerce order it is.
alter table orders
    add column ruling text not null default 'NONE',
    add column adopt_number text;

-- Commerce's SKU by the seller's SKU at Amazon, mapped in the console; it counts before amazon.sku-aliases.
create table sku_aliases (
    account_id   text not null,
    amazon_sku   text not null,
    commerce_sku text not null,
    mapped_by    text not null,
    mapped_at    timestamptz not null default now(),
    primary key (account_id, amazon_sku)
);

create index remote_errors_order on remote_errors (account_id, amazon_order_id) where amazon_order_id is not null;
