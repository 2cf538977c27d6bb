package io.fulfillmenthub.commerce;

import io.fulfillmenthub.order.Address;
import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.Buyer;
import io.fulfillmenthub.order.Charge;
import io.fulfillmenthub.order.ChargeType;
import io.fulfillmenthub.order.CommerceDirectory;
import io.fulfillmenthub.order.CommerceOrder;
import io.fulfillmenthub.order.Decision;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.Money;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.OrderOverrides;
import io.fulfillmenthub.order.OrderSettings;
import io.fulfillmenthub.order.OrderSettings.CustomerCreation;
import io.fulfillmenthub.order.OrderSettings.Imports;
import io.fulfillmenthub.order.OrderSettings.Invoice;
import io.fulfillmenthub.order.OrderSettings.NumberSource;
import io.fulfillmenthub.order.OrderSettings.StockCheck;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.Product;
import io.fulfillmenthub.order.Region;
import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerAccounts;
import io.fulfillmenthub.order.StoreView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Orders to test with; the people in them are invented. */
final class CommerceExamples {

    static final String ID = "111-2222222-3333333";
    static final Address HOME = new Address(
            "Anna Maria Muster",
            "Muster & Co",
            List.of("1 Main St", "Apt 2"),
            "Los Angeles",
            "Downtown",
            "Calif.",
            "90034",
            "US",
            "3105551234");
    static final Buyer BUYER = new Buyer("Berta Kauf", "relay1@marketplace.example", null, null, List.of());
    static final List<Region> REGIONS = List.of(new Region(12, "CA", "California"), new Region(43, "NY", "New York"));

    private CommerceExamples() {}

    static OrderSettings settings(NumberSource numbers) {
        return new OrderSettings(
                Imports.ENABLED,
                CustomerCreation.GUEST,
                numbers,
                "default",
                Invoice.IMPORT,
                StockCheck.SALABLE,
                "000",
                "Amazon",
                "Not shared",
                "example.invalid");
    }

    /** @return the seller account of the examples, which calls one product by another SKU than the shop */
    static SellerAccounts accounts() {
        return new SellerAccounts(List.of(new SellerAccount(
                "us",
                "NA",
                List.of("ATVPDKIKX0DER"),
                "default",
                null,
                Map.of("Red widget #1", "WIDGET-RED-1"),
                OrderOverrides.NONE,
                true)));
    }

    static Charge charge(ChargeType type, String amount, String tax, String discount, String currency) {
        return new Charge(type, Money.of(amount, currency), Money.of(tax, currency), Money.of(discount, currency));
    }

    static OrderLine line(String id, String sku, int units, Charge... charges) {
        return new OrderLine(
                id,
                sku,
                "B000000001",
                "Title of " + sku,
                units,
                0,
                List.of(charges),
                null,
                null,
                false,
                false,
                null,
                null);
    }

    static Order order(FulfilledBy by, Address shipTo, Buyer buyer, List<OrderLine> lines, List<Charge> charges) {
        Money total = Stream.concat(lines.stream().flatMap(line -> line.charges().stream()), charges.stream())
                .map(Charge::total)
                .reduce(Money::plus)
                .orElseThrow();
        return new Order(
                "us",
                ID,
                "ATVPDKIKX0DER",
                Instant.parse("2026-10-01T12:00:00Z"),
                Instant.parse("2026-10-01T12:30:00Z"),
                by == FulfilledBy.AMAZON ? AmazonStatus.SHIPPED : AmazonStatus.UNSHIPPED,
                "UNSHIPPED",
                by,
                "AMAZON",
                Set.of(),
                "STANDARD",
                null,
                null,
                buyer,
                shipTo,
                lines,
                charges,
                total,
                List.of(),
                null);
    }

    /** Two items with tax, shipping, gift wrap, discounts and a tip; a third one is cancelled. */
    static Order merchantOrder() {
        return order(
                FulfilledBy.MERCHANT,
                HOME,
                BUYER,
                lines(),
                List.of(charge(ChargeType.DELIVERY_TIP, "2.00", "0", "0", "USD")));
    }

    static List<OrderLine> lines() {
        return List.of(
                line(
                        "40000000000001",
                        "widget-red-1",
                        3,
                        charge(ChargeType.ITEM, "20.00", "1.90", "1.00", "USD"),
                        charge(ChargeType.SHIPPING, "5.00", "0.48", "0.50", "USD")),
                line(
                        "40000000000002",
                        "GADGET-2",
                        1,
                        charge(ChargeType.ITEM, "7.25", "0.69", "0", "USD"),
                        charge(ChargeType.GIFT_WRAP, "3.99", "0.38", "0", "USD")),
                line("40000000000003", "GONE", 0, charge(ChargeType.ITEM, "0", "0", "0", "USD")));
    }

    static DueOrder due(Order order) {
        return new DueOrder(
                order, OrderState.IMPORTING, new Decision(Decision.Action.IMPORT, null), 1, null, 77L, Map.of());
    }

    static OrderImport imported(Order order) {
        return imported(order, NumberSource.COMMERCE, "USD", Map.of("USD", BigDecimal.ONE));
    }

    static OrderImport imported(Order order, NumberSource numbers, String base, Map<String, BigDecimal> rates) {
        return new OrderImport(due(order), settings(numbers), "default", null, Map.of(), null, null, "")
                .withProducts(Map.of(
                        "widget-red-1", new Product(1, "WIDGET-RED-1", "Widget Red", "simple", true),
                        "GADGET-2", new Product(3, "GADGET-2", "Gadget", "simple", true)))
                .withDirectory(new CommerceDirectory(new StoreView(1, "default", 1, base, rates), REGIONS));
    }

    static OrderImport created(Order order) {
        return imported(order)
                .withCreated(new CommerceOrder(
                        77, "000000077", ID, "processing", "processing", BigDecimal.TEN, null, null, Map.of(), false));
    }
}
