package io.fulfillmenthub.commerce;

import io.fulfillmenthub.order.CommerceItem;
import io.fulfillmenthub.order.CommerceOrder;
import io.fulfillmenthub.order.Shipment;
import io.fulfillmenthub.order.StorableText;
import io.fulfillmenthub.order.Track;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Commerce's orders and shipments in the hub's words: pure, without calls. */
final class CommerceReader {

    /** How comments begin that the hub makes because of Amazon; others may hold personal data. */
    private static final String OURS = "Amazon: ";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** @return the order; totals that Commerce leaves out are zero */
    CommerceOrder toOrder(CommerceJson.Order order) {
        Map<String, Long> items = new HashMap<>();
        order.items().stream()
                .filter(item -> item.extOrderItemId() != null)
                .forEach(item -> items.put(item.extOrderItemId(), item.itemId()));
        return new CommerceOrder(
                order.entityId(),
                StorableText.of(order.incrementId()),
                order.extOrderId(),
                order.state(),
                order.status(),
                orZero(order.grandTotal()),
                orZero(order.totalInvoiced()),
                orZero(order.totalRefunded()),
                items,
                order.items().stream()
                        .anyMatch(item -> orZero(item.qtyShipped()).signum() > 0),
                order.items().stream()
                        .filter(item -> item.extOrderItemId() != null && item.qtyOrdered() != null)
                        .map(CommerceReader::toItem)
                        .toList(),
                orZero(order.baseToOrderRate()).signum() > 0 ? order.baseToOrderRate() : BigDecimal.ONE,
                bySku(order),
                order.statusHistories().stream()
                        .map(CommerceJson.Comment::comment)
                        .filter(comment -> comment != null && comment.startsWith(OURS))
                        .toList());
    }

    /** A parent comes before its child, which has the same SKU: parents are shipped. */
    private static Map<String, Long> bySku(CommerceJson.Order order) {
        Map<String, Long> items = new HashMap<>();
        order.items().stream()
                .filter(item -> item.extOrderItemId() == null && item.sku() != null)
                .forEach(item -> items.putIfAbsent(item.sku(), item.itemId()));
        return items;
    }

    /** Commerce answers row totals with the discount taken off already (measured). */
    private static CommerceItem toItem(CommerceJson.OrderItem item) {
        return new CommerceItem(
                item.itemId(),
                item.extOrderItemId(),
                orZero(item.qtyOrdered()).intValue(),
                orZero(item.qtyShipped()).intValue(),
                orZero(item.qtyRefunded()).add(orZero(item.qtyCanceled())).intValue(),
                orZero(item.rowTotalInclTax()));
    }

    /** @return the orders a search found */
    List<CommerceOrder> toOrders(CommerceJson.Orders orders) {
        return orders.items().stream().map(this::toOrder).toList();
    }

    /** @return the shipments of one page, times from Commerce's UTC */
    List<Shipment> toShipments(CommerceJson.Shipments shipments) {
        return shipments.items().stream().map(this::toShipment).toList();
    }

    private Shipment toShipment(CommerceJson.Shipment shipment) {
        Map<Long, Integer> units = new HashMap<>();
        shipment.items()
                .forEach(item ->
                        units.merge(item.orderItemId(), orZero(item.qty()).intValue(), Integer::sum));
        return new Shipment(
                shipment.entityId(),
                shipment.orderId(),
                time(shipment.createdAt()),
                time(shipment.updatedAt()),
                units,
                shipment.tracks().stream()
                        .map(track -> new Track(
                                track.entityId(),
                                StorableText.of(track.carrierCode()),
                                StorableText.of(track.title()),
                                StorableText.of(track.trackNumber())))
                        .toList());
    }

    private static Instant time(String text) {
        return text == null ? Instant.EPOCH : LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    }

    static BigDecimal orZero(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
