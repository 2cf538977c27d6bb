package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders in another currency than the shop keeps its books in. */
class CurrencyScenarioTest {

    private static final BigDecimal CENTS_OF_ROUNDING = new BigDecimal("0.03");

    private static AmazonWorld amazon;
    private static Shop shop;
    private static Hub hub;

    @BeforeAll
    static void open() {
        HubWorld world = HubWorld.shared();
        amazon = world.sandbox().bean(AmazonWorld.class);
        shop = new Shop(world.sandbox().baseUrl());
        hub = new Hub(world.hubUrl());
    }

    @ParameterizedTest
    @CsvSource({"EUR, A1PA6795UKMFR9, 0.92, 801", "JPY, A1VC38T7YXB528, 149.5, 802"})
    void keepsAmazonsAmountsAndConvertsTheBaseAmountsByTheShopsRate(
            String currency, String market, BigDecimal rate, long seed) {
        ObjectNode order = order(seed, market);
        String id = place(order);
        hub.await("us", id, "IMPORTED");

        JsonNode imported = shop.order(id);
        BigDecimal total = amount(order.path("proceeds").path("grandTotal"), "amount");
        assertThat(imported.path("order_currency_code").asText()).isEqualTo(currency);
        assertThat(imported.path("base_currency_code").asText()).isEqualTo("USD");
        assertThat(amount(imported, "base_to_order_rate")).isEqualByComparingTo(rate);
        assertThat(amount(imported, "grand_total")).isEqualByComparingTo(total);
        assertThat(amount(imported, "total_paid")).isEqualByComparingTo(total);
        assertThat(amount(imported, "base_grand_total"))
                .isCloseTo(total.divide(rate, 2, RoundingMode.HALF_UP), within(CENTS_OF_ROUNDING));
        assertThat(amount(imported, "base_subtotal")
                        .add(amount(imported, "base_shipping_amount"))
                        .add(amount(imported, "base_tax_amount"))
                        .add(amount(imported, "base_discount_amount")))
                .isEqualByComparingTo(amount(imported, "base_grand_total"));
        assertThat(amount(imported, "grand_total").stripTrailingZeros().scale())
                .isLessThanOrEqualTo("JPY".equals(currency) ? 0 : 2);
    }

    @Test
    void holdsAnOrderUntilTheShopHasARateForItsCurrency() throws Exception {
        String text = order(803, "ATVPDKIKX0DER").toString().replace("\"USD\"", "\"MXN\"");
        String id = place((ObjectNode) new ObjectMapper().readTree(text));
        JsonNode parked = hub.await("us", id, "NEEDS_ATTENTION");
        assertThat(parked.path("reason").asText()).isEqualTo("CURRENCY_RATE_MISSING");
        assertThat(parked.path("note").asText()).contains("from USD to MXN");
        assertThat(shop.orders(id)).isEmpty();

        shop.post("/control/commerce/rates/MXN/17.25", "");

        hub.await("us", id, "IMPORTED");
        assertThat(amount(shop.order(id), "base_to_order_rate")).isEqualByComparingTo("17.25");
    }

    /** An order with that market's money, in the marketplace of the account whose store view keeps its books in dollars. */
    private static ObjectNode order(long seed, String market) {
        ObjectNode order = AmazonOrders.seeded(seed)
                .in(market)
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(3)
                .next();
        ((ObjectNode) order.path("salesChannel")).put("marketplaceId", "ATVPDKIKX0DER");
        return order;
    }

    private static String place(ObjectNode order) {
        amazon.place(order);
        return order.path("orderId").asText();
    }

    private static BigDecimal amount(JsonNode holder, String field) {
        return new BigDecimal(holder.path(field).asText());
    }
}
