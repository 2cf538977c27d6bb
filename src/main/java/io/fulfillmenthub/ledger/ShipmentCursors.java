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

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Lanes lanes;

    ShipmentCursors(JdbcClient jdbc, Clock clock, Lanes lanes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lanes = lanes;
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
        return new ShipmentSearch(from, List.of(), 0, true);
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
            return new ShipmentSearch(search.updatedFrom(), search.commerceOrderIds(), page.lastId(), true);
        }
        if (search.updatedFrom() != null) {
            finish(page);
            return sweep(0);
        }
        return sweep(search.commerceOrderIds().stream()
                .max(Comparator.naturalOrder())
                .orElse(Long.MAX_VALUE));
    }

    private ShipmentSearch sweep(long afterOrder) {
        List<Long> orders = jdbc.sql(
                        "select distinct commerce_order_id from trackless_shipments where commerce_order_id > ?"
                                + " and seen_at > now() - interval '30 days' order by commerce_order_id limit ?")
                .params(afterOrder, ORDERS_A_QUESTION)
                .query(Long.class)
                .list();
        return new ShipmentSearch(null, orders, 0, !orders.isEmpty());
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
