package io.fulfillmenthub.console;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fulfillmenthub.ledger.HistoryEntry;
import io.fulfillmenthub.ledger.OrderDetails;
import io.fulfillmenthub.ledger.OrderEntry;
import io.fulfillmenthub.ledger.PackageEntry;
import io.fulfillmenthub.ledger.WithheldEntry;
import io.fulfillmenthub.order.Address;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One order as {@code GET /api/orders/{accountId}/{amazonOrderId}} answers: the list's fields and the details.
 *
 * @param entry the list's fields
 * @param dueAt when the hub works on it next, null when nothing is due
 * @param importedAt when it was found or created in Commerce, null before
 * @param items the items, none when Amazon's data could not be read
 * @param address where it goes, null when Amazon does not say
 * @param packages its parcels
 * @param history what happened to it, oldest first
 * @param withheld what read-only mode recorded instead of sending it, oldest first
 */
record OrderAnswer(
        @JsonUnwrapped OrderEntry entry,
        Instant dueAt,
        Instant importedAt,
        List<OrderLine> items,
        Address address,
        List<PackageEntry> packages,
        List<HistoryEntry> history,
        List<WithheldEntry> withheld) {

    /** @param personal whether the caller may see personal data */
    static OrderAnswer of(OrderDetails details, boolean personal) {
        Optional<Order> order = personal ? details.order() : details.order().map(Order::withoutPersonalData);
        return new OrderAnswer(
                details.entry(),
                details.dueAt().orElse(null),
                details.importedAt().orElse(null),
                order.map(Order::lines).orElse(List.of()),
                order.map(Order::shipTo).orElse(null),
                details.packages(),
                details.history(),
                details.withheld());
    }
}
