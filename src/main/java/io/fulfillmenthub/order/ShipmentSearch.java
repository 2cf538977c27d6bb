package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.List;

/**
 * A question for one page of Commerce shipments: those changed since, or those of certain orders.
 *
 * @param updatedFrom the beginning of the window, null when asking for certain orders
 * @param commerceOrderIds Commerce's {@code entity_id} of the orders, empty when asking by time
 * @param afterId only shipments with a higher {@code entity_id}: the key-set of paging
 * @param open whether there is a page to ask for
 */
public record ShipmentSearch(Instant updatedFrom, List<Long> commerceOrderIds, long afterId, boolean open) {

    /** The number of shipments in one page. */
    public static final int PAGE_SIZE = 100;

    public ShipmentSearch {
        commerceOrderIds = List.copyOf(commerceOrderIds);
    }
}
