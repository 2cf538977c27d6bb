package io.fulfillmenthub.commerce;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The search for orders that were cancelled or closed in Commerce, page by page.
 *
 * @param since when they changed at the earliest
 * @param ids Commerce's ids of those found so far, ascending
 * @param open whether there may be more
 */
public record CancelledOrders(Instant since, List<Long> ids, boolean open) {

    CancelledOrders with(List<Long> page, boolean more) {
        return new CancelledOrders(
                since, Stream.concat(ids.stream(), page.stream()).toList(), more);
    }

    long last() {
        return ids.isEmpty() ? 0 : ids.get(ids.size() - 1);
    }
}
