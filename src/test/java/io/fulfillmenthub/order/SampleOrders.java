package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Orders for tests: one line of two units at 20.00 plus shipping, tax and a discount, unless changed. */
public final class SampleOrders {

    private SampleOrders() {}

    /** A merchant-fulfilled, unshipped US order of account us that comes to 45.71 USD. */
    public static Order unshipped(String amazonOrderId) {
        return order(amazonOrderId, AmazonStatus.UNSHIPPED, FulfilledBy.MERCHANT);
    }

    public static Order order(String amazonOrderId, AmazonStatus status, FulfilledBy fulfilledBy) {
        return order(amazonOrderId, status, fulfilledBy, Instant.parse("2026-11-20T10:00:00Z"));
    }

    public static Order order(String amazonOrderId, AmazonStatus status, FulfilledBy fulfilledBy, Instant updated) {
        boolean silent = status.pending();
        return new Order(
                "us",
                amazonOrderId,
                "ATVPDKIKX0DER",
                Instant.parse("2026-11-20T09:00:00Z"),
                updated,
                status,
                status.name(),
                fulfilledBy,
                "AMAZON",
                Set.of("PRIME"),
                "STANDARD",
                new TimeWindow(null, Instant.parse("2026-11-22T09:00:00Z")),
                TimeWindow.OPEN,
                silent || fulfilledBy == FulfilledBy.AMAZON
                        ? Buyer.UNKNOWN
                        : new Buyer("Buyer Example", "buyer@marketplace.example", null, null, List.of()),
                silent ? null : address(),
                List.of(line("10000000000001", "GADGET-2", 2)),
                List.of(),
                silent ? null : usd("45.71"),
                List.of(),
                null);
    }

    /** The same order, later, whose buyer asks to cancel its first line or does not. */
    public static Order asking(Order order, boolean cancel, int secondsLater) {
        OrderLine line = order.lines().get(0);
        OrderLine changed = new OrderLine(
                line.orderItemId(),
                line.sku(),
                line.asin(),
                line.title(),
                line.quantityOrdered(),
                line.quantityShipped(),
                line.charges(),
                line.proceedsTotal(),
                line.giftMessage(),
                cancel,
                line.gift(),
                line.giftWrapLevel(),
                line.customizationUrl());
        return new Order(
                order.accountId(),
                order.amazonOrderId(),
                order.marketplaceId(),
                order.purchaseDate(),
                order.lastUpdated().plusSeconds(secondsLater),
                order.status(),
                order.statusText(),
                order.fulfilledBy(),
                order.salesChannel(),
                order.programs(),
                order.serviceLevel(),
                order.shipBy(),
                order.deliverBy(),
                order.buyer(),
                order.shipTo(),
                List.of(changed),
                order.charges(),
                order.grandTotal(),
                order.packages(),
                order.replaces());
    }

    public static Address address() {
        return new Address(
                "Recipient Example", null, List.of("1 Sample Street"), "Seattle", null, "WA", "98101", "US", null);
    }

    public static OrderLine line(String itemId, String sku, int quantity) {
        List<Charge> charges = List.of(
                new Charge(ChargeType.ITEM, usd("40.00"), usd("3.30"), usd("3.00")),
                new Charge(ChargeType.SHIPPING, usd("5.00"), usd("0.41"), usd("0.00")));
        return new OrderLine(
                itemId,
                sku,
                "B000000001",
                "Sample",
                quantity,
                0,
                charges,
                usd("45.71"),
                null,
                false,
                false,
                null,
                null);
    }

    public static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
