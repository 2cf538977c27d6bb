package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonWorld.Entry;
import io.fulfillmenthub.sandbox.AmazonWorld.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happens inside Amazon by itself: orders arrive, are verified, are cancelled, are shipped from its warehouse. */
final class DayBuyers {

    private static final Position BEGINNING = new Position(Instant.EPOCH, "");
    private static final int PACES_TO_VERIFY = 8;
    private static final int PACES_TO_CANCEL = 6;
    private static final int PACES_TO_SHIP = 12;

    private final AmazonWorld amazon;
    private final DayOrders orders;
    private final Duration pace;
    private final int limit;
    private final Clock clock;

    DayBuyers(AmazonWorld amazon, DayOrders orders, DaySettings settings, Clock clock) {
        this.amazon = amazon;
        this.orders = orders;
        this.pace = settings.pace();
        this.limit = settings.limit();
        this.clock = clock;
    }

    /** @return what is due for the order that has waited longest, else a new order while there is room */
    Optional<DayEvent> next(Set<String> troubled) {
        List<Entry> alive = amazon.behind(BEGINNING, DayBuyers::isAlive, Integer.MAX_VALUE);
        return alive.stream()
                .filter(entry -> !troubled.contains(entry.position().orderId()))
                .flatMap(entry -> due(entry).stream())
                .findFirst()
                .or(() -> alive.size() < limit ? Optional.of(arrival()) : Optional.empty());
    }

    private Optional<DayEvent> due(Entry entry) {
        String orderId = entry.position().orderId();
        DayFate fate = DayFate.of(orderId);
        AmazonStatus status = AmazonStatus.of(entry.document());
        if (status.pending()) {
            return fate == DayFate.CANCELLED_EARLY
                    ? when(entry, PACES_TO_CANCEL, new DayEvent("cancel", orderId, () -> amazon.cancel(orderId)))
                    : when(entry, PACES_TO_VERIFY, new DayEvent("verify", orderId, () -> amazon.verify(orderId)));
        }
        if (status == AmazonStatus.UNSHIPPED && fate.cancelled()) {
            return when(entry, PACES_TO_CANCEL, new DayEvent("cancel", orderId, () -> amazon.cancel(orderId)));
        }
        if (status == AmazonStatus.UNSHIPPED && AmazonView.byAmazon(entry.document())) {
            DayEvent shipped = new DayEvent("ship by Amazon", orderId, () -> amazon.fulfilByAmazon(orderId));
            return when(entry, PACES_TO_SHIP, shipped);
        }
        return Optional.empty();
    }

    private Optional<DayEvent> when(Entry entry, int paces, DayEvent event) {
        Instant due = entry.position().updated().plus(pace.multipliedBy(paces));
        return due.isAfter(clock.instant()) ? Optional.empty() : Optional.of(event);
    }

    private DayEvent arrival() {
        ObjectNode order = orders.any(clock.instant());
        return new DayEvent("order", order.path("orderId").asText(), () -> amazon.place(order));
    }

    private static boolean isAlive(Entry entry) {
        AmazonStatus status = AmazonStatus.of(entry.document());
        return status != AmazonStatus.SHIPPED
                && status != AmazonStatus.CANCELLED
                && status != AmazonStatus.UNFULFILLABLE;
    }
}
