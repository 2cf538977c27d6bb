package io.fulfillmenthub.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A shipment claimed from the ledger that Commerce is to know.
 *
 * @param notice what the sender told
 * @param order Amazon's order
 * @param commerceOrderId Commerce's {@code entity_id} of the order
 * @param commerceItems Commerce's {@code item_id} by Amazon order item id
 * @param commerceShipmentId Commerce's {@code entity_id} of the shipment, null until it is found or created
 * @param attempt the number of this claim
 */
public record DueShipment(
        ShipmentNotice notice,
        Order order,
        long commerceOrderId,
        Map<String, Long> commerceItems,
        Long commerceShipmentId,
        long attempt)
        implements Work {

    @Override
    public OrderKey key() {
        return notice.key();
    }

    /** @return the identity of the creation as a side effect */
    public String effect() {
        return "ship:" + notice.accountId() + "/" + notice.shipmentId();
    }

    /** @return the question for what Commerce has shipped of the order */
    public ShipmentSearch question() {
        return ShipmentSearch.ofOrders(List.of(commerceOrderId), true);
    }

    /** @return whether Commerce has to create it */
    public boolean missing() {
        return commerceShipmentId == null;
    }

    /** @return it as what Commerce has of it: the shipment that bears one of its tracking numbers */
    public DueShipment withFound(ShipmentPage page) {
        return page.shipments().stream()
                .filter(shipment -> shipment.tracks().stream().anyMatch(this::bears))
                .findFirst()
                .map(shipment -> withCreated(shipment.id()))
                .orElse(this);
    }

    /** @return it as a shipment of Commerce */
    public DueShipment withCreated(Long shipmentId) {
        return new DueShipment(notice, order, commerceOrderId, commerceItems, shipmentId, attempt);
    }

    /**
     * Units by Commerce's item id, empty for everything that is open.
     *
     * @throws RejectedException UNITS_REFUSED when the order has no such item
     */
    public Map<Long, Integer> units() {
        Map<Long, Integer> units = new LinkedHashMap<>();
        for (ShipmentNotice.Item item : notice.items()) {
            Long id = Optional.ofNullable(commerceItems.get(orderItemId(item))).orElseThrow(() -> refused(item));
            units.merge(id, item.quantity(), Integer::sum);
        }
        return units;
    }

    private String orderItemId(ShipmentNotice.Item item) {
        return order.lines().stream()
                .filter(line -> line.orderItemId().equals(item.orderItemId())
                        || item.orderItemId() == null && line.sku().equals(item.sku()))
                .map(OrderLine::orderItemId)
                .findFirst()
                .orElseThrow(() -> refused(item));
    }

    private boolean bears(Track track) {
        return notice.tracks().stream().anyMatch(label -> TrackingNumber.same(label.number(), track.number()));
    }

    private static RejectedException refused(ShipmentNotice.Item item) {
        String name = item.orderItemId() == null ? "SKU " + item.sku() : "item " + item.orderItemId();
        return new RejectedException(
                ReasonCode.UNITS_REFUSED, "The shipment names " + name + ", which the order has not");
    }
}
