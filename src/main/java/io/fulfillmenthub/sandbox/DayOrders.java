package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes up the orders of the day, none of which has been there before. */
final class DayOrders {

    private final AmazonWorld amazon;
    private final DayChance chance;

    DayOrders(AmazonWorld amazon, DayChance chance) {
        this.amazon = amazon;
        this.chance = chance;
    }

    /** @return an order of any country, most of them pending and for the merchant to ship */
    ObjectNode any(Instant time) {
        int number = amazon.size();
        Random random = chance.of("arrival", number);
        int percent = random.nextInt(100);
        AmazonMarket market = percent < 45
                ? AmazonMarket.US
                : percent < 65 ? AmazonMarket.GB : percent < 85 ? AmazonMarket.DE : AmazonMarket.JP;
        AmazonStatus status = random.nextInt(4) == 0 ? AmazonStatus.UNSHIPPED : AmazonStatus.PENDING;
        String party = random.nextInt(4) == 0 ? "AMAZON" : "MERCHANT";
        return order(market, status, party, time, fate -> true);
    }

    /** @return an order of which becomes what is wanted */
    ObjectNode order(AmazonMarket market, AmazonStatus status, String party, Instant time, Predicate<DayFate> wanted) {
        AmazonOrders orders = AmazonOrders.seeded(chance.number("order", amazon.size()))
                .in(market.id)
                .status(status.name())
                .fulfilledBy(party)
                .at(time);
        return Stream.generate(orders::next)
                .filter(order -> isNew(order, wanted))
                .findFirst()
                .orElseThrow();
    }

    private boolean isNew(ObjectNode order, Predicate<DayFate> wanted) {
        String orderId = order.path("orderId").asText();
        return amazon.peek(orderId).isEmpty() && wanted.test(DayFate.of(orderId));
    }
}
