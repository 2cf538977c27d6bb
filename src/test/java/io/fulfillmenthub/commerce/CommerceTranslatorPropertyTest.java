package io.fulfillmenthub.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.HostileOrders;
import io.fulfillmenthub.order.Address;
import io.fulfillmenthub.order.Buyer;
import io.fulfillmenthub.order.Charge;
import io.fulfillmenthub.order.ChargeType;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.OrderSettings.NumberSource;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.StorableText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever an order holds, what is sent to Commerce adds up to Amazon's grand total, or nothing is sent, with a reason. */
class CommerceTranslatorPropertyTest {

    private static final List<String> CURRENCIES = List.of("USD", "JPY", "KWD", "CLF", "EUR");
    private static final List<String> BASES = List.of("USD", "JPY", "KWD");

    private final ObjectMapper json = new ObjectMapper();

    @Property(tries = 600, seed = "20261129")
    void sendsMoneyThatAddsUpOrRefusesWithAReason(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        Order order = order(random);
        String base = BASES.get(random.nextInt(BASES.size()));
        OrderImport imported = CommerceExamples.imported(
                order,
                NumberSource.values()[random.nextInt(2)],
                base,
                Map.of(order.currency().getCurrencyCode(), rate(random)));
        try {
            requireSums(
                    json.readTree(json.writeValueAsBytes(new CommerceTranslator().toCommerceOrder(imported))), order);
        } catch (RejectedException e) {
            assertThat(e.reason()).isNotNull();
            assertThat(e.getMessage()).isNotBlank().doesNotContain("DROP TABLE", "<script>");
        }
    }

    private static void requireSums(JsonNode sent, Order order) {
        JsonNode entity = sent.path("entity");
        assertThat(entity.path("grand_total").decimalValue())
                .isEqualByComparingTo(order.grandTotal().amount());
        requireSum(entity, "");
        requireSum(entity, "base_");
    }

    private static void requireSum(JsonNode entity, String prefix) {
        BigDecimal rows = BigDecimal.ZERO;
        for (JsonNode item : entity.path("items")) {
            rows = rows.add(number(item, prefix + "row_total"))
                    .add(number(item, prefix + "tax_amount"))
                    .subtract(number(item, prefix + "discount_amount"));
        }
        BigDecimal delivery = number(entity, prefix + "shipping_amount")
                .add(number(entity, prefix + "shipping_tax_amount"))
                .subtract(number(entity, prefix + "shipping_discount_amount"));
        assertThat(rows.add(delivery)).isEqualByComparingTo(number(entity, prefix + "grand_total"));
        assertThat(number(entity, prefix + "subtotal")
                        .add(number(entity, prefix + "tax_amount"))
                        .add(number(entity, prefix + "shipping_amount"))
                        .add(number(entity, prefix + "discount_amount")))
                .isEqualByComparingTo(number(entity, prefix + "grand_total"));
    }

    private static BigDecimal number(JsonNode node, String field) {
        return node.path(field).decimalValue();
    }

    private static Order order(Random random) {
        String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        List<OrderLine> lines = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String sku = random.nextInt(10) == 0 ? "UNKNOWN" : "GADGET-2";
            int units = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(9);
            lines.add(CommerceExamples.line("4" + i, sku, units, charges(random, currency)));
        }
        return CommerceExamples.order(
                random.nextBoolean() ? FulfilledBy.AMAZON : FulfilledBy.MERCHANT,
                random.nextInt(5) == 0 ? null : address(random),
                random.nextInt(5) == 0
                        ? Buyer.UNKNOWN
                        : new Buyer(text(random), text(random), text(random), null, List.of()),
                lines,
                List.of(charge(random, ChargeType.DELIVERY_TIP, currency)));
    }

    private static Charge[] charges(Random random, String currency) {
        return Arrays.stream(ChargeType.values())
                .filter(type -> type == ChargeType.ITEM || random.nextBoolean())
                .map(type -> charge(random, type, currency))
                .toArray(Charge[]::new);
    }

    private static Charge charge(Random random, ChargeType type, String currency) {
        return CommerceExamples.charge(
                type, amount(random, currency), amount(random, currency), amount(random, currency), currency);
    }

    private static String amount(Random random, String currency) {
        int decimals = java.util.Currency.getInstance(currency).getDefaultFractionDigits();
        long number = random.nextInt(4) == 0
                ? 0
                : random.nextInt(12) == 0 ? random.nextLong(10_000_000_000L) : random.nextInt(9999);
        return BigDecimal.valueOf(number, decimals).toPlainString();
    }

    private static BigDecimal rate(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(2_000_000), 4);
    }

    private static Address address(Random random) {
        return new Address(
                text(random),
                text(random),
                random.nextBoolean() ? List.of("1 Main St") : List.of(),
                text(random),
                text(random),
                text(random),
                text(random),
                random.nextBoolean() ? "US" : text(random),
                text(random));
    }

    private static String text(Random random) {
        String text =
                HostileOrders.texts().get(random.nextInt(HostileOrders.texts().size()));
        return random.nextInt(3) == 0 ? StorableText.of(text) : "Usual";
    }
}
