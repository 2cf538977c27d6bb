package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Makes realistic orders of version 2026-01-01; the same seed and time make the same orders. */
public final class AmazonOrders {

    private final Random random;
    private AmazonMarket market = AmazonMarket.US;
    private String status = AmazonStatus.UNSHIPPED.name();
    private String fulfilledBy = "MERCHANT";
    private int lines;
    private Instant created = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private AmazonOrders(Random random) {
        this.random = random;
    }

    /** Orders of Amazon.com, unshipped, for the merchant to ship, created now, with one to four lines. */
    public static AmazonOrders seeded(long seed) {
        return new AmazonOrders(new Random(seed));
    }

    /** @param marketplaceId one of ATVPDKIKX0DER, A1F83G8C2ARO7P, A1PA6795UKMFR9 and A1VC38T7YXB528 */
    public AmazonOrders in(String marketplaceId) {
        this.market = AmazonMarket.of(marketplaceId);
        return this;
    }

    /** @param fulfillmentStatus the status the orders begin with */
    public AmazonOrders status(String fulfillmentStatus) {
        this.status = AmazonStatus.valueOf(fulfillmentStatus).name();
        return this;
    }

    /** @param party {@code MERCHANT} or {@code AMAZON} */
    public AmazonOrders fulfilledBy(String party) {
        this.fulfilledBy = party;
        return this;
    }

    /** @param number of lines of each order, 1 to 4 */
    public AmazonOrders lines(int number) {
        if (number < 1 || number > AmazonLines.SKUS.size()) {
            throw new IllegalArgumentException("lines must be 1 to " + AmazonLines.SKUS.size());
        }
        this.lines = number;
        return this;
    }

    /** @param time when the buyers placed the orders */
    public AmazonOrders at(Instant time) {
        this.created = time.truncatedTo(ChronoUnit.MILLIS);
        return this;
    }

    /** @return that many orders */
    public List<ObjectNode> next(int number) {
        return Stream.generate(this::next).limit(number).toList();
    }

    /** @return another order */
    public ObjectNode next() {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.put("orderId", "%03d-%07d-%07d".formatted(100 + random.nextInt(300), digits(7), digits(7)));
        order.put("createdTime", created.toString());
        order.put("lastUpdatedTime", created.toString());
        boolean business = random.nextInt(10) == 0;
        if (business) {
            order.putArray("programs").add("AMAZON_BUSINESS");
        }
        order.putObject("salesChannel")
                .put("channelName", "AMAZON")
                .put("marketplaceId", market.id)
                .put("marketplaceName", market.channel);
        String name = oneOf(market.names);
        buyer(order.putObject("buyer"), name, business);
        address(order.putObject("recipient").putObject("deliveryAddress"), name);
        fulfillment(order.putObject("fulfillment"));
        int number = lines == 0 ? 1 + random.nextInt(AmazonLines.SKUS.size()) : lines;
        new AmazonLines(market, random).addTo(order, number, AmazonStatus.valueOf(status));
        return order;
    }

    private void buyer(ObjectNode buyer, String name, boolean business) {
        buyer.put("buyerName", name);
        buyer.put("buyerEmail", "%010d@marketplace.example".formatted(digits(10)));
        if (business) {
            buyer.put("buyerCompanyName", "Müller & Sons' Workshop");
            buyer.put("buyerPurchaseOrderNumber", "PO-" + digits(6));
        }
    }

    private void address(ObjectNode address, String name) {
        String[] place = oneOf(market.places).split("\\|");
        address.put("name", name);
        address.put("addressLine1", oneOf(market.streets));
        if (random.nextInt(3) == 0) {
            address.put("addressLine2", random.nextBoolean() ? "" : "c/o O'Neil");
        }
        address.put("city", place[0]);
        if (!place[1].isEmpty()) {
            address.put("stateOrRegion", place[1]);
        }
        address.put("postalCode", place[2]);
        address.put("countryCode", market.name());
        if (random.nextInt(5) != 0) {
            address.put("phone", market.phonePrefix + (10 + random.nextInt(90)));
        }
        address.put("addressType", "RESIDENTIAL");
    }

    private void fulfillment(ObjectNode fulfillment) {
        fulfillment.put("fulfillmentStatus", status);
        fulfillment.put("fulfilledBy", fulfilledBy);
        fulfillment.put("fulfillmentServiceLevel", random.nextInt(4) == 0 ? "EXPEDITED" : "STANDARD");
        window(fulfillment.putObject("shipByWindow"), 1, 2);
        window(fulfillment.putObject("deliverByWindow"), 4, 7);
    }

    private void window(ObjectNode window, int earliestDays, int latestDays) {
        window.put(
                "earliestDateTime", created.plus(Duration.ofDays(earliestDays)).toString());
        window.put("latestDateTime", created.plus(Duration.ofDays(latestDays)).toString());
    }

    private long digits(int number) {
        return random.nextLong((long) Math.pow(10, number));
    }

    private String oneOf(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
