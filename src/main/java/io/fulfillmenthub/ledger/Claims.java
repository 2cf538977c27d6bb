package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.instant;

import io.fulfillmenthub.order.BegunReduction;
import io.fulfillmenthub.order.CarrierTable;
import io.fulfillmenthub.order.Delivery;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.DuePackage;
import io.fulfillmenthub.order.DueShipment;
import io.fulfillmenthub.order.Hold;
import io.fulfillmenthub.order.ImportPolicy;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.Ruling;
import io.fulfillmenthub.order.SellerAccounts;
import io.fulfillmenthub.order.TrackingNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the claim statements in {@code sql/} return, as work. */
@Component("claims")
public class Claims {

    /** What one subscriber is given at the same time; the workers of hand-overs are as many for each of them. */
    public static final int HAND_OVERS_AT_A_TIME = 8;

    private final OrderDocuments documents;
    private final ImportPolicy policy;
    private final CarrierTable carriers;
    private final CanonicalJson json;
    private final LedgerSettings settings;
    private final SellerAccounts accounts;
    private final ClaimedWork work;
    private final Announcements announcements;

    Claims(
            OrderDocuments documents,
            ImportPolicy policy,
            CarrierTable carriers,
            CanonicalJson json,
            LedgerSettings settings,
            SellerAccounts accounts,
            ClaimedWork work,
            Announcements announcements) {
        this.documents = documents;
        this.policy = policy;
        this.carriers = carriers;
        this.json = json;
        this.settings = settings;
        this.accounts = accounts;
        this.work = work;
        this.announcements = announcements;
    }

    /** @return how long a claim holds, in seconds */
    public double leaseSeconds() {
        return settings.lease().toMillis() / 1000.0;
    }

    /** @return the names of those who can receive hand-overs now, as PostgreSQL's text of an array */
    public String subscribers() {
        return settings.receivers().stream()
                .filter(name -> announcements.isOpen() || !name.equals(Announcements.STREAM))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** @return the accounts that rest, as PostgreSQL's text of an array */
    public String resting() {
        return accounts.resting().stream().collect(Collectors.joining(",", "{", "}"));
    }

    /** @return how many hand-overs one subscriber is given at the same time */
    public int share() {
        return work.closed() ? 0 : HAND_OVERS_AT_A_TIME;
    }

    /** @return the claimed orders, each with the decision what to do next */
    public List<DueOrder> orders(List<Map<String, Object>> rows) {
        return work.take(rows.stream().map(this::order).toList());
    }

    /** @return the claimed parcels */
    public List<DuePackage> packages(List<Map<String, Object>> rows) {
        return work.take(rows.stream().map(this::parcel).toList());
    }

    /** @return the claimed shipments that Commerce is to know */
    public List<DueShipment> shipments(List<Map<String, Object>> rows) {
        return work.take(rows.stream().map(this::shipment).toList());
    }

    /** @return the claimed hand-overs */
    public List<Delivery> deliveries(List<Map<String, Object>> rows) {
        return work.take(rows.stream().map(this::delivery).toList());
    }

    private DueOrder order(Map<String, Object> row) {
        Order order = documents.read((String) row.get("document"));
        Long commerceId = (Long) row.get("commerce_order_id");
        Instant startedAt = instant(row.get("import_started_at"));
        String adopt = (String) row.get("adopt_number");
        Ruling ruling = Ruling.valueOf((String) row.get("ruling"));
        return new DueOrder(
                order,
                OrderState.valueOf((String) row.get("state")),
                policy.decide(order, commerceId != null, startedAt != null || adopt != null, ruling),
                (Long) row.get("attempt"),
                startedAt,
                commerceId,
                Columns.itemIds(row.get("commerce_items")),
                new Hold(Hold.State.valueOf((String) row.get("hold")), (Integer) row.get("holds")),
                reduction(row),
                adopt);
    }

    private static BegunReduction reduction(Map<String, Object> row) {
        Instant startedAt = instant(row.get("reduction_started_at"));
        return startedAt == null
                ? null
                : new BegunReduction(
                        (Integer) row.get("reduction_units"),
                        (BigDecimal) row.get("reduction_amount"),
                        (BigDecimal) row.get("reduction_refunded_before"),
                        startedAt);
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
        String payload = (String) row.get("payload");
        return new Delivery(
                (Long) row.get("id"),
                new OrderKey((String) row.get("account_id"), (String) row.get("amazon_order_id")),
                (String) row.get("subscriber"),
                (String) row.get("slot"),
                (String) row.get("event"),
                (Integer) row.get("round"),
                payload == null ? json.write(documents.read((String) row.get("document"))) : payload,
                (String) row.get("commerce_order_number"),
                (Long) row.get("attempt"));
    }
}
