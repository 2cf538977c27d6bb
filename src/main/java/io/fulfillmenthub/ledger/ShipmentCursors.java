package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.PollLane;
import io.fulfillmenthub.order.Shipment;
import io.fulfillmenthub.order.ShipmentPage;
import io.fulfillmenthub.order.ShipmentSearch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far Commerce's shipments are read. Each poll reads what changed since the last one, with an overlap, and then again
 * the shipments that had no track: adding one touches neither shipment nor order (measured).
 */
@Component("shipmentCursors")
public class ShipmentCursors {

    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final Duration FIRST_WINDOW = Duration.ofDays(1);
    private static final int ORDERS_A_QUESTION = 50;

    /** Without a track; just imported; or with a track that has to be corrected in Commerce. */
    private static final String SWEEP = """
            select commerce_order_id from (
                select commerce_order_id from trackless_shipments where seen_at > now() - interval '30 days'
                union
                select commerce_order_id from shipment_checks
                union
                select o.commerce_order_id from packages p join orders o using (account_id, amazon_order_id)
                where p.state = 'NEEDS_ATTENTION' and p.reason in ('TRACKING_REFUSED', 'CARRIER_REFUSED')
                    and p.updated_at > now() - interval '30 days') looked_at
            where commerce_order_id > :after order by commerce_order_id limit :limit""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Lanes lanes;

    ShipmentCursors(JdbcClient jdbc, Clock clock, Lanes lanes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lanes = lanes;
    }

    /**
     * Whether a poll goes on. Camel evaluates a loop's condition once more after a step has failed, on whatever that left as
     * the body: then there is no question, and the step's own failure counts.
     *
     * @param body the question, or anything else
     */
    public boolean open(Object body) {
        return body instanceof ShipmentSearch search && search.open();
    }

    /** @return the first question of a poll */
    public ShipmentSearch resume() {
        Instant from = jdbc.sql("select position from lanes where lane = ?")
                .param(PollLane.SHIPMENTS)
                .query((row, number) -> Optional.ofNullable(Columns.instant(row.getTimestamp(1))))
                .optional()
                .flatMap(position -> position)
                .map(position -> position.minus(OVERLAP))
                .orElseGet(() -> clock.instant().minus(FIRST_WINDOW));
        return new ShipmentSearch(from, List.of(), 0, false, true);
    }

    /** @return the question for the shipments of the orders that {@code sql/shipment-check-claim.sql} returned */
    public ShipmentSearch asked(List<Map<String, Object>> rows) {
        List<Long> ids =
                rows.stream().map(row -> (Long) row.get("commerce_order_id")).toList();
        return ShipmentSearch.ofOrders(ids, true);
    }

    /** Asks for the shipments of an order to be read at once. */
    static void ask(JdbcClient jdbc, long commerceOrderId) {
        jdbc.sql("insert into shipment_checks (commerce_order_id, urgent) values (?, true)"
                        + " on conflict (commerce_order_id) do update set urgent = true, asked_at = clock_timestamp()")
                .param(commerceOrderId)
                .update();
    }

    void watch(Shipment shipment) {
        if (shipment.tracks().isEmpty()) {
            jdbc.sql("insert into trackless_shipments (commerce_shipment_id, commerce_order_id) values (?, ?)"
                            + " on conflict do nothing")
                    .params(shipment.id(), shipment.commerceOrderId())
                    .update();
        } else {
            jdbc.sql("delete from trackless_shipments where commerce_shipment_id = ?")
                    .param(shipment.id())
                    .update();
        }
    }

    ShipmentSearch advance(ShipmentPage page) {
        ShipmentSearch search = page.search();
        if (page.full()) {
            return search.after(page.lastId());
        }
        if (search.updatedFrom() != null) {
            finish(page);
            return sweep(0);
        }
        jdbc.sql("delete from shipment_checks where commerce_order_id in (:ids) and asked_at <= read_at")
                .param("ids", search.commerceOrderIds())
                .update();
        return search.asked()
                ? ShipmentSearch.done()
                : sweep(search.commerceOrderIds().stream()
                        .max(Comparator.naturalOrder())
                        .orElse(Long.MAX_VALUE));
    }

    private ShipmentSearch sweep(long afterOrder) {
        List<Long> orders = jdbc.sql(SWEEP)
                .param("after", afterOrder)
                .param("limit", ORDERS_A_QUESTION)
                .query(Long.class)
                .list();
        if (!orders.isEmpty()) {
            jdbc.sql("update shipment_checks set read_at = clock_timestamp() where commerce_order_id in (:ids)")
                    .param("ids", orders)
                    .update();
        }
        return ShipmentSearch.ofOrders(orders, false);
    }

    private void finish(ShipmentPage page) {
        lanes.recovered(PollLane.SHIPMENTS);
        page.shipments().stream()
                .map(Shipment::updatedAt)
                .max(Comparator.naturalOrder())
                .ifPresent(
                        newest -> jdbc.sql("update lanes set position = greatest(position, :newest) where lane = :lane")
                                .param("newest", time(newest))
                                .param("lane", PollLane.SHIPMENTS)
                                .update());
    }
}
