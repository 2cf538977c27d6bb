package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the hub knows of one order.
 *
 * @param entry the order as a list shows it
 * @param order the order as Amazon last showed it, empty when it could not be read
 * @param dueAt when the hub works on it next, empty when nothing is due
 * @param beingWorkedOn whether a worker holds it at this moment
 * @param importedAt when it was found or created in Commerce
 * @param packages its parcels by rising reference id
 * @param history what happened to it, oldest first
 * @param withheld what read-only mode recorded instead of sending it, oldest first
 */
public record OrderDetails(
        OrderEntry entry,
        Optional<Order> order,
        Optional<Instant> dueAt,
        boolean beingWorkedOn,
        Optional<Instant> importedAt,
        List<PackageEntry> packages,
        List<HistoryEntry> history,
        List<WithheldEntry> withheld) {

    public OrderDetails {
        packages = List.copyOf(packages);
        history = List.copyOf(history);
        withheld = List.copyOf(withheld);
    }
}
