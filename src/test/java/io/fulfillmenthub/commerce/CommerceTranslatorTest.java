package io.fulfillmenthub.commerce;

import static io.fulfillmenthub.commerce.CommerceExamples.BUYER;
import static io.fulfillmenthub.commerce.CommerceExamples.HOME;
import static io.fulfillmenthub.commerce.CommerceExamples.charge;
import static io.fulfillmenthub.commerce.CommerceExamples.imported;
import static io.fulfillmenthub.commerce.CommerceExamples.line;
import static io.fulfillmenthub.commerce.CommerceExamples.lines;
import static io.fulfillmenthub.commerce.CommerceExamples.merchantOrder;
import static io.fulfillmenthub.commerce.CommerceExamples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.order.Address;
import io.fulfillmenthub.order.Buyer;
import io.fulfillmenthub.order.Charge;
import io.fulfillmenthub.order.ChargeType;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderSettings.NumberSource;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommerceTranslatorTest {

    private static final Charge NONE = charge(ChargeType.ITEM, "10.00", "0", "0", "USD");

    private final ObjectMapper json = new ObjectMapper();
    private final CommerceTranslator translator = new CommerceTranslator();

    @Test
    void translatesAMerchantFulfilledOrder() throws IOException {
        assertThat(written(imported(merchantOrder()))).isEqualTo(fixture("order-merchant.json"));
    }

    @Test
    void translatesAnOrderFulfilledByAmazonWithPlaceholders() throws IOException {
        Address vague = new Address(null, null, null, null, null, null, null, "US", null);
        Order order = order(FulfilledBy.AMAZON, vague, Buyer.UNKNOWN, lines(), List.of());

        assertThat(written(imported(order))).isEqualTo(fixture("order-amazon.json"));
    }

    @Test
    void numbersTheOrderAsAmazonDoesOnlyWhenConfigured() {
        OrderImport order = imported(merchantOrder(), NumberSource.AMAZON, "USD", Map.of());

        assertThat(written(order).at("/entity/increment_id").asText()).isEqualTo(CommerceExamples.ID);
        assertThat(written(imported(merchantOrder())).at("/entity").has("increment_id"))
                .isFalse();
    }

    @Test
    void convertsIntoTheBaseCurrencySoThatTheBaseSumStillAddsUp() {
        Map<String, BigDecimal> rates = Map.of("EUR", BigDecimal.ONE, "USD", new BigDecimal("1.17"));
        JsonNode entity = written(imported(merchantOrder(), NumberSource.COMMERCE, "EUR", rates))
                .path("entity");

        assertThat(entity.path("base_currency_code").asText()).isEqualTo("EUR");
        assertThat(entity.path("order_currency_code").asText()).isEqualTo("USD");
        assertThat(entity.path("base_to_order_rate").decimalValue()).isEqualByComparingTo("1.17");
        assertThat(entity.path("base_grand_total").decimalValue()).isEqualByComparingTo("34.35");
        assertThat(entity.path("base_subtotal")
                        .decimalValue()
                        .add(entity.path("base_shipping_amount").decimalValue())
                        .add(entity.path("base_tax_amount").decimalValue())
                        .add(entity.path("base_discount_amount").decimalValue()))
                .isEqualByComparingTo("34.35");
    }

    @Test
    void asksForAMissingRate() {
        OrderImport order = imported(merchantOrder(), NumberSource.COMMERCE, "EUR", Map.of("EUR", BigDecimal.ONE));

        rejects(order, ReasonCode.CURRENCY_RATE_MISSING, "EUR to USD");
    }

    @Test
    void refusesMoneyThatIsLeftOnACancelledItem() {
        Order order = order(
                FulfilledBy.MERCHANT,
                HOME,
                BUYER,
                List.of(line("1", "GADGET-2", 1, NONE), line("2", "X", 0, NONE)),
                List.of());

        rejects(imported(order), ReasonCode.MONEY_MISMATCH, "20.00 USD");
    }

    @Test
    void refusesAnOrderWithoutItemsBecauseCommerceWouldCloseIt() {
        Order order = order(FulfilledBy.MERCHANT, HOME, BUYER, List.of(line("1", "GADGET-2", 0, NONE)), List.of());

        rejects(imported(order), ReasonCode.ORDER_UNREADABLE, "no item");
    }

    @Test
    void refusesWhatCommerceWouldCutAndNamesTheFieldButNotItsContent() {
        String long300 = "Wilhelm".repeat(43);
        rejects(to(HOME, long300, List.of("1 Main St")), ReasonCode.ADDRESS_REFUSED, "shipping_address.firstname");
        rejects(to(HOME, "A B", List.of(long300)), ReasonCode.ADDRESS_REFUSED, "billing_address.street");
        rejects(to(HOME, "A B", List.of("x".repeat(130), "y".repeat(130))), ReasonCode.ADDRESS_REFUSED, "street");
    }

    @Test
    void acceptsNamesAsLongAsCommerceHoldsThem() {
        JsonNode name = written(to(HOME, "x".repeat(255) + " y", List.of("1 Main St")));

        assertThat(name.at("/entity/extension_attributes/shipping_assignments/0/shipping/address/firstname")
                        .asText())
                .hasSize(255);
    }

    @Test
    void keepsEmojiAndSaysThatTheShopMayNotShowThem() {
        JsonNode entity =
                written(to(HOME, "Anna \uD83D\uDE00", List.of("1 Main St"))).path("entity");

        assertThat(entity.at("/extension_attributes/shipping_assignments/0/shipping/address/lastname")
                        .asText())
                .isEqualTo("\uD83D\uDE00");
        assertThat(entity.at("/status_histories/0/comment").asText()).contains("????");
    }

    @Test
    void sendsAnUnknownRegionAsTextAndNothingForAnAbsentPostcode() {
        Address dubai = new Address("Cher", null, List.of("Tower 1"), "Dubai", null, "Dubayy", null, "AE", null);
        JsonNode address = written(imported(order(FulfilledBy.MERCHANT, dubai, Buyer.UNKNOWN, lines(), List.of())))
                .at("/entity/billing_address");

        assertThat(address.path("region").asText()).isEqualTo("Dubayy");
        assertThat(address.has("region_id")).isFalse();
        assertThat(address.path("postcode").asText("missing")).isEmpty();
        assertThat(address.path("telephone").asText()).isEqualTo("000");
        assertThat(address.path("firstname").asText()).isEqualTo("Cher");
        assertThat(address.path("lastname").asText()).isEqualTo("Amazon");
    }

    @Test
    void makesTheOrderBelongToTheCustomer() {
        JsonNode entity = written(imported(merchantOrder()).withCustomer(9)).path("entity");

        assertThat(entity.path("customer_id").asLong()).isEqualTo(9);
        assertThat(entity.path("customer_is_guest").asInt()).isZero();
    }

    private static OrderImport to(Address from, String name, List<String> lines) {
        Address address = new Address(
                name, null, lines, from.city(), null, from.region(), from.postalCode(), from.countryCode(), null);
        return imported(order(FulfilledBy.MERCHANT, address, BUYER, lines(), List.of()));
    }

    private void rejects(OrderImport order, ReasonCode reason, String words) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> translator.toCommerceOrder(order))
                .withMessageContaining(words)
                .matches(e -> e.reason() == reason, "reason is " + reason)
                .matches(e -> !e.getMessage().contains("Wilhelm"), "holds no personal data");
    }

    private JsonNode written(OrderImport order) {
        try {
            return json.readTree(json.writeValueAsBytes(translator.toCommerceOrder(order)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode fixture(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/fixtures/commerce/" + name)) {
            return json.readTree(in);
        }
    }
}
