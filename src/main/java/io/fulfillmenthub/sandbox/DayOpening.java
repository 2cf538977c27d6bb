package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The orders that are there when a day begins in an empty sandbox: every state soon has one, trouble as well. */
final class DayOpening {

    /** A SKU the shop does not sell, so that one order waits for an operator. */
    static final String MISSING_SKU = "GADGET-2-OLD";

    /** A street longer than the 255 characters that the shop keeps, so that one address waits for an operator. */
    static final String TOO_LONG_A_STREET = "Behind the old mill and then ".repeat(10) + "left";

    /** The hub confirms a parcel that Amazon does not show once more, then an operator is needed. */
    private static final int CONFIRMATIONS_OF_THE_HUB = 2;

    private static final String MERCHANT = "MERCHANT";
    private static final String AMAZON = "AMAZON";
    private static final List<DayFate> MERCHANTS_WORK = List.of(
            DayFate.SHIPPED_WHOLE,
            DayFate.SHIPPED_IN_PARTS,
            DayFate.SHIPPED_WITH_TWO_TRACKS,
            DayFate.SHIPPED_WITH_LATE_TRACK,
            DayFate.SHIPPED_WHOLE,
            DayFate.SHIPPED_WHOLE);

    private final AmazonWorld amazon;
    private final DayOrders orders;
    private final Instant now;

    DayOpening(AmazonWorld amazon, DayOrders orders, Instant now) {
        this.amazon = amazon;
        this.orders = orders;
        this.now = now;
    }

    /** Places sixteen orders of the last hours, each changed last a few seconds ago. */
    void place() {
        MERCHANTS_WORK.forEach(fate -> keep(draw(AmazonStatus.UNSHIPPED, MERCHANT, fate::equals)));
        keep(draw(AmazonStatus.SHIPPED, AMAZON, DayOpening::undisturbed));
        keep(draw(AmazonStatus.SHIPPED, AMAZON, DayOpening::undisturbed));
        keep(draw(AmazonStatus.UNSHIPPED, AMAZON, DayOpening::undisturbed));
        keep(draw(AmazonStatus.PENDING, MERCHANT, DayOpening::undisturbed));
        keep(draw(AmazonStatus.PENDING, MERCHANT, DayOpening::undisturbed));
        keep(draw(AmazonStatus.PENDING, AMAZON, DayOpening::undisturbed));
        ObjectNode cancelled = draw(AmazonStatus.UNSHIPPED, MERCHANT, DayFate::cancelled);
        AmazonChange.cancel(cancelled);
        keep(cancelled);
        ObjectNode trouble = draw(AmazonStatus.UNSHIPPED, MERCHANT, DayOpening::undisturbed);
        ((ObjectNode) trouble.path("orderItems").path(0).path("product")).put("sellerSku", MISSING_SKU);
        keep(trouble);
        ObjectNode misaddressed = draw(AmazonStatus.UNSHIPPED, MERCHANT, DayOpening::undisturbed);
        ((ObjectNode) misaddressed.path("recipient").path("deliveryAddress")).put("addressLine1", TOO_LONG_A_STREET);
        keep(misaddressed);
        ObjectNode untracked = draw(AmazonMarket.US, AmazonStatus.UNSHIPPED, MERCHANT, DayFate.SHIPPED_WHOLE::equals);
        keep(untracked.put(AmazonView.CONFIRMATIONS_LOST, CONFIRMATIONS_OF_THE_HUB));
    }

    private ObjectNode draw(AmazonStatus status, String party, Predicate<DayFate> wanted) {
        return draw(AmazonMarket.values()[amazon.size() % AmazonMarket.values().length], status, party, wanted);
    }

    private ObjectNode draw(AmazonMarket market, AmazonStatus status, String party, Predicate<DayFate> wanted) {
        Duration age = Duration.ofMinutes(17L + 23L * amazon.size());
        return orders.order(market, status, party, now.minus(age), wanted);
    }

    private void keep(ObjectNode order) {
        Duration age = Duration.ofSeconds(3L + amazon.size() % 5);
        amazon.keep(order.put("lastUpdatedTime", now.minus(age).toString()));
    }

    private static boolean undisturbed(DayFate fate) {
        return !fate.cancelled();
    }
}
