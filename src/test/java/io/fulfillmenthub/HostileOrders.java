package io.fulfillmenthub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Orders that Amazon's definitions of version 2026-01-01 allow and nobody expects; the same seed makes the same order. */
public final class HostileOrders {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "Robert'); DROP TABLE orders;--",
            "<script>alert(1)</script>",
            "=HYPERLINK(\"http://example.invalid\")",
            "a\u0000b",
            "\u0000",
            "\ud800",
            "x\udfffy",
            "\u0001\u0007\u001b[31m",
            "line\r\nbreak\ttab",
            "😀👩‍👩‍👧‍👦",
            "\u202eevitcaer\u202c",
            "עברית العربية 日本語",
            "e\u0301\u0301\u0301",
            "${jndi:ldap://example.invalid/a}",
            "{{7*7}} #{1} ${body}",
            "\\\"'`%s%n%1$s",
            "../../../etc/passwd",
            "\uFFFF\uFEFF\u200b",
            "n".repeat(256),
            "Ж".repeat(10_000));
    private static final List<String> CURRENCIES =
            List.of("USD", "JPY", "EUR", "KWD", "CLF", "CLP", "TND", "XAU", "XXX", "usd", "ZZZ", "", "\u0000");
    private static final List<String> AMOUNTS = List.of(
            "0",
            "-0.00",
            "0.01",
            "-5.00",
            "1e2",
            "19940",
            "0.001",
            "999999999999999",
            "1000000000000000",
            "1E+2147483647",
            "1E-2147483647",
            "NaN",
            "Infinity",
            "١٢",
            "0x1F",
            "",
            "1,234.56",
            "9".repeat(10_000));
    private static final List<String> TIMES = List.of(
            "2026-11-20T10:00:00Z",
            "2026-11-20T10:00:00.123456789Z",
            "2026-11-20T10:00:00+14:00",
            "1970-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "+1000000000-12-31T23:59:59Z",
            "2026-11-20",
            "yesterday",
            "");
    private static final List<String> TYPES =
            List.of("ITEM", "SHIPPING", "GIFT_WRAP", "COD_FEE", "TAX", "DISCOUNT", "DELIVERY_TIP", "OTHER", "NEW_FEE");
    private static final List<Integer> UNITS = List.of(0, 1, 2, 7, -1, 1_000_000, 1_000_001, Integer.MAX_VALUE);

    private final Random random;
    private final double oddness;

    private HostileOrders(long seed, double oddness) {
        this.random = new Random(seed);
        this.oddness = oddness;
    }

    /** @param oddness the share of values that are odd: 0 makes usual orders, 1 makes chaos */
    public static ObjectNode order(long seed, double oddness) {
        return new HostileOrders(seed, oddness).order();
    }

    /** Makes every text of an order hostile that a human being typed in. */
    public static void spoilTexts(ObjectNode order, String text) {
        ((ObjectNode) order.path("buyer")).put("buyerName", text).put("buyerCompanyName", text);
        ObjectNode address = (ObjectNode) order.path("recipient").path("deliveryAddress");
        address.put("name", text).put("addressLine2", text).put("city", "City " + text);
        order.path("orderItems").forEach(item -> ((ObjectNode) item.path("product")).put("title", text));
    }

    /** @return texts that have broken other people's programs */
    public static List<String> texts() {
        return TEXTS;
    }

    private ObjectNode order() {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.put("orderId", odd() ? text() : "111-%07d-%07d".formatted(random.nextInt(9999999), 1));
        put(order, "createdTime", odd() ? pick(TIMES) : TIMES.get(0));
        put(order, "lastUpdatedTime", odd() ? pick(TIMES) : TIMES.get(1));
        order.putObject("salesChannel")
                .put("channelName", odd() ? text() : "AMAZON")
                .put("marketplaceId", odd() ? text() : "ATVPDKIKX0DER");
        if (odd()) {
            order.putArray("programs").add(text()).addNull().add("PRIME");
            order.putArray("associatedOrders").addNull().addObject().put("orderId", text());
        }
        fulfillment(order);
        people(order);
        lines(order);
        if (odd()) {
            parcel(order.putArray("packages").addNull().addObject());
        }
        order.put("fieldOfNextYear", text());
        return order;
    }

    private void fulfillment(ObjectNode order) {
        ObjectNode fulfillment = order.putObject("fulfillment");
        fulfillment.put("fulfillmentStatus", odd() ? text() : "UNSHIPPED");
        fulfillment.put("fulfilledBy", random.nextBoolean() ? "MERCHANT" : odd() ? text() : "AMAZON");
        put(fulfillment, "fulfillmentServiceLevel", odd() ? text() : "STANDARD");
        if (odd()) {
            fulfillment.putObject("shipByWindow").put("latestDateTime", pick(TIMES));
            fulfillment.putNull("deliverByWindow");
        }
    }

    private void people(ObjectNode order) {
        if (!odd()) {
            order.putObject("buyer")
                    .put("buyerName", mostlyUsual("Anna Muster"))
                    .put("buyerEmail", text());
        }
        if (!odd()) {
            ObjectNode address = order.putObject("recipient").putObject("deliveryAddress");
            for (String field : List.of("name", "addressLine1", "city", "stateOrRegion", "postalCode", "phone")) {
                put(address, field, mostlyUsual("Usual"));
            }
            put(address, "addressLine3", odd() ? text() : null);
            put(address, "districtOrCounty", odd() ? text() : null);
            put(address, "countryCode", mostlyUsual("US"));
        }
    }

    private void lines(ObjectNode order) {
        String currency = odd() ? pick(CURRENCIES) : "USD";
        BigDecimal total = BigDecimal.ZERO;
        ArrayNode lines = order.putArray("orderItems");
        for (int i = random.nextInt(5); i >= 0; i--) {
            ObjectNode line = lines.addObject();
            line.put("orderItemId", odd() ? text() : "4000000" + i);
            line.put("quantityOrdered", units());
            ObjectNode product = line.putObject("product");
            put(product, "sellerSku", odd() ? text() : "GADGET-2");
            put(product, "title", mostlyUsual("Gadget"));
            total = total.add(charges(line, currency));
        }
        if (!odd()) {
            money(order.putObject("proceeds").putObject("grandTotal"), total, currency);
        }
    }

    private BigDecimal charges(ObjectNode line, String currency) {
        BigDecimal total = BigDecimal.ZERO;
        ArrayNode breakdowns = line.putObject("proceeds").putArray("breakdowns");
        for (int i = random.nextInt(4); i >= 0; i--) {
            String type = odd() ? text() : pick(TYPES);
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(10_000), 2);
            ObjectNode breakdown = breakdowns.addObject().put("type", type);
            boolean discount = "DISCOUNT".equals(type);
            money(
                    breakdown.putObject("subtotal"),
                    discount && random.nextBoolean() ? amount.negate() : amount,
                    currency);
            if (("TAX".equals(type) || discount) && random.nextBoolean()) {
                ObjectNode part =
                        breakdown.putArray("detailedBreakdowns").addObject().put("subtype", pick(TYPES));
                money(
                        part.putObject("value"),
                        amount.movePointLeft(1).setScale(2, java.math.RoundingMode.DOWN),
                        currency);
            }
            total = discount ? total.subtract(amount) : total.add(amount);
        }
        return total;
    }

    private void parcel(ObjectNode parcel) {
        parcel.put("packageReferenceId", text()).put("trackingNumber", text());
        parcel.putArray("packageItems").addObject().put("orderItemId", text()).put("quantity", units());
    }

    private void money(ObjectNode money, BigDecimal amount, String currency) {
        money.put("amount", odd() && odd() ? pick(AMOUNTS) : amount.toPlainString());
        money.put("currencyCode", odd() && odd() ? pick(CURRENCIES) : currency);
    }

    private void put(ObjectNode node, String field, String value) {
        if (value == null || odd() && random.nextBoolean()) {
            if (random.nextBoolean()) {
                node.putNull(field);
            }
        } else {
            node.put(field, value);
        }
    }

    private String mostlyUsual(String usual) {
        return odd() ? text() : usual;
    }

    private int units() {
        return odd() ? pick(UNITS) : 1 + random.nextInt(3);
    }

    private String text() {
        return pick(TEXTS);
    }

    private boolean odd() {
        return random.nextDouble() < oddness;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
