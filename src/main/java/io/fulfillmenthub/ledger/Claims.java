package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.instant;

import io.fulfillmenthub.order.CarrierTable;
import io.fulfillmenthub.order.Delivery;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.DuePackage;
import io.fulfillmenthub.order.DueShipment;
import io.fulfillmenthub.order.ImportPolicy;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the claim statements in {@code sql/} return, as work. */
public class Claims {

    private final OrderDocuments documents;
    private final ImportPolicy policy;
    private final CarrierTable carriers;
    private final Duration lease;

    /** @param lease {@code hub.lease} */
    public Claims(OrderDocuments documents, ImportPolicy policy, CarrierTable carriers, Duration lease) {
        this.documents = documents;
        this.policy = policy;
        this.carriers = carriers;
        this.lease = lease;
    }

    /** @return how long a claim holds, in seconds */
    public double leaseSeconds() {
        return lease.toMillis() / 1000.0;
    }

    /** @return the claimed orders, each with the decision what to do next */
    public List<DueOrder> orders(List<Map<String, Object>> rows) {
        return rows.stream().map(this::order).toList();
    }

    /** @return the claimed parcels */
    public List<DuePackage> packages(List<Map<String, Object>> rows) {
        return rows.stream().map(this::parcel).toList();
    }

    /** @return the claimed shipments that Commerce is to know */
    public List<DueShipment> shipments(List<Map<String, Object>> rows) {
        return rows.stream().map(this::shipment).toList();
    }

    /** @return the claimed hand-overs */
    public List<Delivery> deliveries(List<Map<String, Object>> rows) {
        return rows.stream().map(this::delivery).toList();
    }

    private DueOrder order(Map<String, Object> row) {
        Order order = documents.read((String) row.get("document"));
        Long commerceId = (Long) row.get("commerce_order_id");
        Instant startedAt = instant(row.get("import_started_at"));
        return new DueOrder(
                order,
                OrderState.valueOf((String) row.get("state")),
                policy.decide(order, commerceId != null, startedAt != null),
                (Long) row.get("attempt"),
                startedAt,
                commerceId,
                Columns.itemIds(row.get("commerce_items")));
    }

    private DuePackage parcel(Map<String, Object> row) {
        Order order = documents.read((String) row.get("document"));
        String number = (String) row.get("tracking_number");
        Map<String, Integer> units = Columns.units(row.get("units"));
        return new DuePackage(
                order.key(),
                order.marketplaceId(),
                (Integer) row.get("package_reference_id"),
                (Integer) row.get("version"),
                carriers.find(
                        order.marketplaceId(),
                        (String) row.get("carrier_code"),
                        (String) row.get("carrier_title"),
                        number),
                TrackingNumber.plain(number).orElse(""),
                instant(row.get("shipped_at")),
                units,
                Columns.codes(row.get("transparency_codes")),
                !(Boolean) row.get("released") && order.cancelRequested(units.keySet()),
                "SENT".equals(row.get("state")),
                (Boolean) row.get("doubted"),
                (Long) row.get("attempt"));
    }

    private DueShipment shipment(Map<String, Object> row) {
        return new DueShipment(
                documents.readNotice((String) row.get("notice")),
                documents.read((String) row.get("document")),
                (Long) row.get("commerce_order_id"),
                Columns.itemIds(row.get("commerce_items")),
                null,
                (Long) row.get("attempt"));
    }

    private Delivery delivery(Map<String, Object> row) {
        return new Delivery(
                (String) row.get("subscriber"),
                documents.read((String) row.get("document")),
                (String) row.get("commerce_order_number"),
                (Long) row.get("attempt"));
    }
}
