package io.fulfillmenthub.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.order.AmazonPackage;
import io.fulfillmenthub.order.BothSides;
import io.fulfillmenthub.order.DueShipment;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.ShipmentNotice;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shipments that others tell the hub of: kept first, whether their order is known or not, then created in Commerce once. The
 * sender's own id is the idempotency key.
 */
@Component("shipmentNotices")
public class ShipmentNotices {

    private static final String KEEP = """
            insert into received_shipments (account_id, shipment_id, amazon_order_id, document)
            values (:account, :shipment, :order, :document) on conflict do nothing""";

    /** How far a sender's clock may go ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Clock clock;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ParcelRows rows;
    private final History history;

    ShipmentNotices(Clock clock, JdbcClient jdbc, ObjectMapper json, ParcelRows rows, History history) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
        this.history = history;
    }

    /**
     * Keeps what a route hands over: a notice, a list of them, or the JSON of either.
     *
     * @return each notice with what became of it
     * @throws IllegalArgumentException with the field and the remedy; then none is kept
     */
    @Transactional
    public List<NoticeEntry> receiveAny(Object body) {
        List<ShipmentNotice> notices = NoticeReader.read(json, body);
        notices.forEach(this::check);
        return notices.stream().map(this::receive).toList();
    }

    /**
     * Keeps a shipment.
     *
     * @return what became of it; of one that is known already, what became of that
     * @throws IllegalArgumentException when it cannot be a shipment, or another one has the same id
     */
    @Transactional
    public NoticeEntry receive(ShipmentNotice notice) {
        check(notice);
        int added = keep(notice);
        if (added > 0) {
            history.add(
                    notice.key(), "SHIPMENT_RECEIVED", "Shipment " + notice.shipmentId() + " was handed to the hub");
        } else if (!json(notice).equals(document(notice))) {
            throw new IllegalArgumentException("shipmentId " + notice.shipmentId()
                    + " was received with other contents before: give a new shipment an id of its own");
        }
        return find(notice.accountId(), notice.shipmentId()).orElseThrow();
    }

    /** @return what became of a shipment, empty when the hub was never told of it */
    public Optional<NoticeEntry> find(String accountId, String shipmentId) {
        return jdbc.sql("select amazon_order_id, state, reason, note, commerce_shipment_id from received_shipments"
                        + " where account_id = ? and shipment_id = ?")
                .params(accountId, shipmentId)
                .query((row, number) -> new NoticeEntry(
                        accountId,
                        row.getString(1),
                        shipmentId,
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        (Long) row.getObject(5)))
                .optional();
    }

    /** Keeps the parcels that Amazon has from Seller Central and Commerce has not: Commerce gets them, Amazon nothing. */
    @Transactional
    public BothSides adopt(BothSides sides) {
        if (!sides.commerce().complete() && !sides.commerce().cancelled()) {
            Order order = sides.due().order();
            List<Parcel> parcels = rows.of(order.key());
            new ImportedOrder(order, Map.of(), false).foreign(parcels).forEach(shown -> keep(order, shown));
        }
        return sides;
    }

    private void check(ShipmentNotice notice) {
        notice.checked();
        if (notice.shippedAt() != null
                && notice.shippedAt().isAfter(clock.instant().plus(AHEAD))) {
            throw new IllegalArgumentException(
                    "shippedAt " + notice.shippedAt() + " is in the future: give the time in UTC when the parcel left");
        }
    }

    private void keep(Order order, AmazonPackage shown) {
        ShipmentNotice notice = NoticeReader.ofAmazon(order, shown);
        if (keep(notice) > 0) {
            history.add(
                    order.key(),
                    "SHIPPED_IN_SELLER_CENTRAL",
                    "Package " + shown.packageReferenceId()
                            + " was confirmed in Seller Central: Commerce gets its shipment");
        }
    }

    private int keep(ShipmentNotice notice) {
        return jdbc.sql(KEEP)
                .param("account", notice.accountId())
                .param("shipment", notice.shipmentId())
                .param("order", notice.amazonOrderId())
                .param("document", json(notice))
                .update();
    }

    /**
     * Records that Commerce has the shipment, and asks to read it at once.
     *
     * @throws ClaimLostException when another worker took over
     */
    @Transactional
    public DueShipment created(DueShipment due) {
        int updated = jdbc.sql("update received_shipments set state = 'CREATED', commerce_shipment_id = :created,"
                        + " reason = null, note = null, due_at = null, locked_until = '-infinity', updated_at = now()"
                        + " where account_id = :account and shipment_id = :shipment and attempt = :attempt")
                .param("created", due.commerceShipmentId())
                .param("account", due.notice().accountId())
                .param("shipment", due.notice().shipmentId())
                .param("attempt", due.attempt())
                .update();
        if (updated == 0) {
            throw new ClaimLostException(due.key());
        }
        history.add(due.key(), "SHIPMENT_CREATED", "Commerce shipment " + due.commerceShipmentId());
        ShipmentCursors.ask(jdbc, due.commerceOrderId());
        return due;
    }

    private String document(ShipmentNotice notice) {
        return jdbc.sql("select document from received_shipments where account_id = ? and shipment_id = ?")
                .params(notice.accountId(), notice.shipmentId())
                .query(String.class)
                .single();
    }

    private String json(ShipmentNotice notice) {
        try {
            return json.writeValueAsString(notice);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A shipment cannot be written as JSON", e);
        }
    }
}
