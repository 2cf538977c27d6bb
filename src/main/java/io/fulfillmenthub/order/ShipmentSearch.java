package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.List;

/**
 * A question for one page of Commerce shipments: those changed since, or those of certain orders.
 *
 * @param updatedFrom the beginning of the window, null when asking for certain orders
 * @param commerceOrderIds Commerce's {@code entity_id} of the orders, empty when asking by time
 * @param afterId only shipments with a higher {@code entity_id}: the key-set of paging
 * @param asked whether it is about certain orders only, and not a part of a poll
 * @param open whether there is a page to ask for
 */
public record ShipmentSearch(
        Instant updatedFrom, List<Long> commerceOrderIds, long afterId, boolean asked, boolean open) {

    /** The number of shipments in one page. */
    public static final int PAGE_SIZE = 100;

    public ShipmentSearch {
        commerceOrderIds = List.copyOf(commerceOrderIds);
    }

    /** A question of a poll. */
    public ShipmentSearch(Instant updatedFrom, List<Long> commerceOrderIds, long afterId, boolean open) {
        this(updatedFrom, commerceOrderIds, afterId, false, open);
    }

    /** @return the question for the next page */
    public ShipmentSearch after(long id) {
        return new ShipmentSearch(updatedFrom, commerceOrderIds, id, asked, true);
    }

    /** @return the question for the shipments of certain orders, closed when there is none */
    public static ShipmentSearch ofOrders(List<Long> ids, boolean asked) {
        return new ShipmentSearch(null, ids, 0, asked, !ids.isEmpty());
    }

    /** @return no further question */
    public static ShipmentSearch done() {
        return new ShipmentSearch(null, List.of(), 0, false, false);
    }
}
