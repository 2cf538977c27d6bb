-- Commerce orders whose shipments are to be read although the poll by time does not show them: just imported, or pushed.
create table shipment_checks (
    commerce_order_id bigint primary key,
    urgent            boolean not null default false,
    asked_at          timestamptz not null default clock_timestamp(),
    read_at           timestamptz
);

create index shipment_checks_urgent on shipment_checks (asked_at) where urgent;
create index packages_by_shipment on packages (commerce_shipment_id);
