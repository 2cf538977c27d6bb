package io.fulfillmenthub.order;

import java.util.List;

/**
 * One page of Commerce shipments, by rising {@code entity_id}.
 *
 * @param search the question it answers
 * @param shipments the shipments
 */
public record ShipmentPage(ShipmentSearch search, List<Shipment> shipments) {

    /** @return whether another page may follow */
    public boolean full() {
        return shipments.size() >= ShipmentSearch.PAGE_SIZE;
    }

    /** @return the highest {@code entity_id} seen so far */
    public long lastId() {
        return shipments.stream().mapToLong(Shipment::id).max().orElse(search.afterId());
    }
}
