package io.fulfillmenthub.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.ChargeType;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.MoneyProof;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderPage;
import io.fulfillmenthub.order.UnreadableOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmazonTranslatorTest {

    private final OrderPage us = AmazonFixtures.page(AmazonFixtures.read("us-multi-line.json"));
    private final OrderPage kinds = AmazonFixtures.page(AmazonFixtures.read("several-kinds.json"));

    @Test
    void readsTokenAndBoundOfAPage() {
        assertThat(us.next()).contains("NEXT+1/=");
        assertThat(us.bound()).isEqualTo(Instant.parse("2026-10-01T09:58:00Z"));
        assertThat(us.unreadable()).isEmpty();
    }

    @Test
    void beginsTheNextWindowAtTheNewestChangeWhenAmazonGivesNoBound() {
        assertThat(kinds.next()).isEmpty();
        assertThat(kinds.bound())
                .isEqualTo(kinds.orders().stream()
                        .map(Order::lastUpdated)
                        .max(Instant::compareTo)
                        .orElseThrow())
                .isAfter(AmazonFixtures.SEARCH.lastUpdatedAfter());
    }

    @Test
    void readsAnOrderWithEverythingInIt() {
        Order order = us.orders().get(0);

        assertThat(order.key()).hasToString("us/111-0000001-0000001");
        assertThat(order.purchaseDate()).isEqualTo(Instant.parse("2026-10-01T08:00:00.123Z"));
        assertThat(order.lastUpdated()).isEqualTo(Instant.parse("2026-10-01T07:30:00Z"));
        assertThat(order.status()).isEqualTo(AmazonStatus.PARTIALLY_SHIPPED);
        assertThat(order.programs()).containsExactlyInAnyOrder("PRIME", "AMAZON_BUSINESS");
        assertThat(order.replaces()).isEqualTo("111-0000009-0000009");
        assertThat(order.deliverBy().earliest()).isNull();
        assertThat(order.buyer().company()).isNull();
        assertThat(order.buyer().purchaseOrderNumber()).isEqualTo("PO-7");
        assertThat(order.shipTo().name()).isEqualTo("Test Recipient");
        assertThat(order.shipTo().lines()).containsExactly("1 Example Way", "Floor 3");
        assertThat(order.lines())
                .extracting("sku", "quantityOrdered", "quantityShipped", "giftMessage", "cancelRequested")
                .containsExactly(tuple("MUG-BLUE", 2, 1, "Enjoy", false), tuple("MUG-RED", 1, 0, null, true));
        assertThat(order.packages().get(0).units()).isEqualTo(Map.of("10000000000001", 1));
    }

    @Test
    void spreadsTaxAndDiscountOverTheChargesTheyBelongTo() {
        Order order = us.orders().get(0);

        assertThat(order.lines().get(0).charges())
                .extracting("type", "amount.amount", "tax.amount", "discount.amount")
                .containsExactly(
                        tuple(ChargeType.ITEM, usd("50.00"), usd("4.45"), usd("3.00")),
                        tuple(ChargeType.SHIPPING, usd("5.00"), usd("0.50"), usd("5.00")),
                        tuple(ChargeType.GIFT_WRAP, usd("2.00"), usd("0.00"), usd("0.00")));
        assertThat(order.charges())
                .extracting("type", "amount.amount")
                .containsExactly(tuple(ChargeType.DELIVERY_TIP, usd("5.00")));
        assertThat(MoneyProof.require(order)).hasToString("68.45 USD");
    }

    @Test
    void readsYenWithoutDecimalsAndFbaOrdersWithoutPersonalData() {
        Order order = kinds.orders().get(0);

        assertThat(MoneyProof.require(order)).hasToString("1980 JPY");
        assertThat(order.fulfilledBy()).isEqualTo(FulfilledBy.AMAZON);
        assertThat(order.buyer().email()).isNull();
        assertThat(order.shipTo().deliverable()).isFalse();
        assertThat(order.shipTo().postalCode()).isNull();
    }

    @Test
    void leavesTheMoneyOfPendingOrdersAbsentAndTakesThemAsMerchantFulfilled() {
        Order order = kinds.orders().get(1);

        assertThat(order.status().pending()).isTrue();
        assertThat(order.grandTotal()).isNull();
        assertThat(order.shipTo()).isNull();
        assertThat(order.fulfilledBy()).isEqualTo(FulfilledBy.MERCHANT);
        assertThat(order.lines().get(0).charges()).isEmpty();
    }

    @Test
    void readsCancelledItemsWithoutTakingThemForACancellationRequest() {
        Order order = kinds.orders().get(2);

        assertThat(order.status()).isEqualTo(AmazonStatus.CANCELLED);
        assertThat(order.lines().get(0).quantityOrdered()).isZero();
        assertThat(order.lines().get(0).cancelRequested()).isFalse();
    }

    @Test
    void keepsUnknownStatusesAsTextAndUnknownChargesAsOther() {
        Order order = kinds.orders().get(3);

        assertThat(order.status()).isEqualTo(AmazonStatus.UNKNOWN);
        assertThat(order.statusText()).isEqualTo("INVOICE_UNCONFIRMED");
        assertThat(order.marketplaceId()).isNull();
        assertThat(order.lines().get(0).charges())
                .extracting("type", "amount.amount")
                .containsExactly(tuple(ChargeType.OTHER, usd("1.00")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/orders/0|orderId|null|orderId is missing",
                "/orders/0|orderId|'\"a/../b\"'|orderId is no id of Amazon",
                "/orders/0|createdTime|'\"yesterday\"'|createdTime is no ISO 8601 date and time",
                "/orders/0|lastUpdatedTime|null|lastUpdatedTime is missing",
                "/orders/0|lastUpdatedTime|'\"+99999-01-01T00:00:00Z\"'|lastUpdatedTime lies in another age",
                "/orders/0|orderItems|'\"none\"'|orderItems is of another type than Amazon documents",
                "/orders/0/orderItems/0|quantityOrdered|-1|orderItems[0].quantityOrdered is -1",
                "/orders/0/orderItems/0|quantityOrdered|1.5|orderItems.[0].quantityOrdered is of another type",
                "/orders/0/orderItems/0|quantityOrdered|1e30|orderItems.[0].quantityOrdered is of another type",
                "/orders/0/orderItems/0|quantityOrdered|2000000|orderItems[0].quantityOrdered is 2000000",
                "/orders/0/orderItems/0|orderItemId|'\"10000000000002\"'|orderItems[1].orderItemId is listed twice",
                "/orders/0/proceeds/grandTotal|amount|'\"12.345\"'|proceeds.grandTotal: ",
                "/orders/0/proceeds/grandTotal|currencyCode|'\"???\"'|proceeds.grandTotal: ",
                "/orders/0/orderItems/0/proceeds/breakdowns/3/subtotal|amount|'\"1e99\"'"
                        + "|orderItems[0].proceeds.breakdowns[3].subtotal: ",
                "/orders/0/orderItems/0/proceeds/breakdowns/0|subtotal|null"
                        + "|orderItems[0].proceeds.breakdowns[0].subtotal is missing",
                "/orders/0/orderItems/0/proceeds/breakdowns/0/subtotal|currencyCode|'\"EUR\"'|mixes the currencies",
            })
    void setsAsideAnOrderThatCannotBeReadAndNamesTheField(String at, String field, String value, String message)
            throws Exception {
        JsonNode answer = AmazonFixtures.read("us-multi-line.json");
        ((ObjectNode) answer.at(at)).set(field, AmazonFixtures.JSON.readTree(value));

        OrderPage page = AmazonFixtures.page(answer);

        assertThat(page.orders()).isEmpty();
        assertThat(page.unreadable())
                .extracting(UnreadableOrder::message)
                .singleElement()
                .asString()
                .contains(message);
        assertThat(page.unreadable().get(0).message()).doesNotContain("Recipient");
    }

    @Test
    void givesAnOrderWithoutIdTheSameIdentityEachTime() throws Exception {
        JsonNode nameless =
                AmazonFixtures.JSON.readTree("{\"orders\":[{\"createdTime\":\"2026-10-01T00:00:00Z\"},null,7]}");

        List<UnreadableOrder> first = AmazonFixtures.page(nameless).unreadable();

        assertThat(first).hasSize(3).isEqualTo(AmazonFixtures.page(nameless).unreadable());
        assertThat(first.get(0).key().amazonOrderId()).startsWith("unreadable-");
        assertThat(first.get(0).purchaseDate()).isEqualTo(Instant.parse("2026-10-01T00:00:00Z"));
        assertThat(first.get(1).lastUpdated()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void addsUpLinesWhoseDiscountTaxHasEitherSign() throws Exception {
        JsonNode answer = AmazonFixtures.read("us-multi-line.json");
        ObjectNode discountTax =
                (ObjectNode) answer.at("/orders/0/orderItems/0/proceeds/breakdowns/3/detailedBreakdowns/2/value");
        discountTax.put("amount", "0.55");

        assertThat(MoneyProof.require(AmazonFixtures.page(answer).orders().get(0)))
                .hasToString("68.45 USD");
    }

    private static BigDecimal usd(String amount) {
        return new BigDecimal(amount);
    }
}
