package io.fulfillmenthub;

import static io.fulfillmenthub.Shop.track;
import static io.fulfillmenthub.Shop.units;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An order's whole life over real HTTP and a real PostgreSQL. */
@ExtendWith(NoSecondChance.class)
class OrderScenarioTest {

    private static final String US = "ATVPDKIKX0DER";

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

    @Test
    void importsAMerchantFulfilledOrderAsAnInvoicedGuestOrderWithAmazonsMoney() {
        JsonNode mails = shop.mails();
        String id = place(101, "UNSHIPPED", "MERCHANT", 3);

        hub.await("us", id, "IMPORTED");

        JsonNode order = shop.order(id);
        assertThat(order.path("state").asText()).isEqualTo("processing");
        assertThat(order.path("customer_is_guest").asInt()).isEqualTo(1);
        assertThat(new BigDecimal(order.path("total_paid").asText())).isEqualByComparingTo(grandTotal(id));
        assertThat(order.path("payment").path("po_number").asText()).isEqualTo(id);
        assertThat(shop.mails()).isEqualTo(mails);
    }

    @Test
    void importsAnOrderFulfilledByAmazonOnlyWhenItIsShippedAndThenAsComplete() {
        String id = place(102, "UNSHIPPED", "AMAZON", 2);
        assertThat(hub.await("us", id, "WAITING").path("note").asText()).contains("Amazon has shipped");
        assertThat(shop.orders(id)).isEmpty();

        amazon.fulfilByAmazon(id);

        hub.await("us", id, "COMPLETED");
        assertThat(shop.order(id).path("state").asText()).isEqualTo("complete");
    }

    @Test
    void holdsAPendingOrderUntilAmazonHasVerifiedIt() {
        String id = place(103, "PENDING", "MERCHANT", 1);
        hub.await("us", id, "WAITING");
        assertThat(shop.orders(id)).isEmpty();

        amazon.verify(id);

        hub.await("us", id, "IMPORTED");
        assertThat(shop.orders(id)).hasSize(1);
    }

    @Test
    void neverCreatesAnOrderThatWasCancelledBefore() {
        String id = place(104, "PENDING", "MERCHANT", 1);
        hub.await("us", id, "WAITING");

        amazon.cancel(id);

        hub.await("us", id, "CANCELLED");
        assertThat(shop.orders(id)).isEmpty();
    }

    @Test
    void refundsAnInvoicedOrderThatAmazonCancels() {
        String id = place(105, "UNSHIPPED", "MERCHANT", 2);
        hub.await("us", id, "IMPORTED");

        amazon.cancel(id);

        hub.await("us", id, "CANCELLED");
        assertThat(shop.order(id).path("state").asText()).isEqualTo("closed");
        assertThat(new BigDecimal(shop.order(id).path("total_refunded").asText()))
                .isEqualByComparingTo(grandTotal(id));
    }

    @Test
    void importsAnOrderOnceHoweverOftenAmazonShowsIt() {
        String id = place(106, "UNSHIPPED", "MERCHANT", 1);
        hub.await("us", id, "IMPORTED");

        for (int change = 0; change < 3; change++) {
            amazon.update(id, order -> order.putArray("programs").add("PRIME"));
            hub.post("/api/sync");
        }
        place(107, "UNSHIPPED", "MERCHANT", 1);

        hub.await("us", id, "IMPORTED");
        assertThat(shop.orders(id)).hasSize(1);
    }

    @Test
    void keepsYenWithoutDecimals() {
        ObjectNode order = AmazonOrders.seeded(108)
                .in("A1VC38T7YXB528")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(2)
                .next();
        amazon.place(order);
        String id = order.path("orderId").asText();

        JsonNode imported = hub.await("jp", id, "IMPORTED");

        assertThat(imported.path("total").path("currency").asText()).isEqualTo("JPY");
        assertThat(new BigDecimal(shop.order(id).path("grand_total").asText())).isEqualByComparingTo(grandTotal(id));
    }

    @Test
    void relaysAShipmentWithItsTrackAndCompletesTheOrder() {
        String id = place(109, "UNSHIPPED", "MERCHANT", 2);
        hub.await("us", id, "IMPORTED");

        shop.ship(shop.order(id).path("entity_id").asLong(), "", track("ups", "UPS", "1Z999AA10123456784"));

        hub.await("us", id, "COMPLETED");
        List<JsonNode> confirmed = amazon.confirmations(id);
        assertThat(confirmed).hasSize(1);
        JsonNode parcel = confirmed.get(0).path("packageDetail");
        assertThat(parcel.path("packageReferenceId").isTextual()).isTrue();
        assertThat(parcel.path("carrierCode").asText()).isEqualTo("UPS");
        assertThat(parcel.path("trackingNumber").asText()).isEqualTo("1Z999AA10123456784");
        assertThat(shop.order(id).path("state").asText()).isEqualTo("complete");
    }

    @Test
    void relaysPartShipmentsAsParcelsOfTheirOwn() {
        String id = place(110, "UNSHIPPED", "MERCHANT", 2);
        hub.await("us", id, "IMPORTED");
        JsonNode order = shop.order(id);
        JsonNode first = order.path("items").get(0);
        long orderId = order.path("entity_id").asLong();

        shop.ship(orderId, units(first, 1), track("usps", "USPS", "9400100000000000000001"));
        hub.await("us", id, "IMPORTED");
        awaitConfirmations(id, 1);
        assertThat(amazon.find(id)
                        .orElseThrow()
                        .path("fulfillment")
                        .path("fulfillmentStatus")
                        .asText())
                .isEqualTo("PARTIALLY_SHIPPED");

        shop.ship(orderId, "", track("fedex", "FedEx", "449044304137821"));

        hub.await("us", id, "COMPLETED");
        assertThat(amazon.confirmations(id))
                .extracting(sent ->
                        sent.path("packageDetail").path("packageReferenceId").asText())
                .containsExactly("1", "2");
    }

    @Test
    void dealsTheUnitsOfAShipmentOutToItsTwoTracks() {
        String id = place(111, "UNSHIPPED", "MERCHANT", 2);
        hub.await("us", id, "IMPORTED");

        shop.ship(
                shop.order(id).path("entity_id").asLong(),
                "",
                track("ups", "UPS", "1Z999AA10123456784") + "," + track("dhl", "DHL", "1234567890"));

        hub.await("us", id, "COMPLETED");
        assertThat(amazon.confirmations(id)).hasSize(2);
        int ordered = 0;
        for (JsonNode item : amazon.find(id).orElseThrow().path("orderItems")) {
            ordered += item.path("quantityOrdered").asInt();
            assertThat(item.path("fulfillment").path("quantityUnfulfilled").asInt())
                    .isZero();
        }
        assertThat(ordered).isGreaterThan(1);
    }

    @Test
    void findsATrackThatWasAddedLongAfterTheShipment() {
        String id = place(112, "UNSHIPPED", "MERCHANT", 1);
        hub.await("us", id, "IMPORTED");
        long orderId = shop.order(id).path("entity_id").asLong();
        long shipment = shop.ship(orderId, "", "");
        String other = place(113, "UNSHIPPED", "MERCHANT", 1);
        hub.await("us", other, "IMPORTED");

        shop.addTrack(orderId, shipment, "ups", "UPS", "1Z999AA10123456784");

        hub.await("us", id, "COMPLETED");
        assertThat(amazon.confirmations(id)).hasSize(1);
    }

    @Test
    void sendsACarrierAmazonDoesNotKnowAsOtherWithItsName() {
        String id = place(114, "UNSHIPPED", "MERCHANT", 1);
        hub.await("us", id, "IMPORTED");

        shop.ship(shop.order(id).path("entity_id").asLong(), "", track("custom", "Pony Express", "PX-1"));

        hub.await("us", id, "COMPLETED");
        JsonNode parcel = amazon.confirmations(id).get(0).path("packageDetail");
        assertThat(parcel.path("carrierCode").asText()).isEqualTo("Other");
        assertThat(parcel.path("carrierName").asText()).isEqualTo("Pony Express");
    }

    @Test
    void parksAnOrderWhoseProductIsMissingAndGoesOnByItselfOnceItIsThere() {
        ObjectNode order = order(115, "UNSHIPPED", "MERCHANT", 1);
        ((ObjectNode) order.path("orderItems").get(0).path("product")).put("sellerSku", "NEW-SKU-115");
        amazon.place(order);
        String id = order.path("orderId").asText();
        JsonNode parked = hub.await("us", id, "NEEDS_ATTENTION");
        assertThat(parked.path("reason").asText()).isEqualTo("PRODUCT_UNKNOWN");
        assertThat(parked.path("note").asText()).contains("NEW-SKU-115");

        Awaitility.await("checks by itself")
                .atMost(Duration.ofSeconds(60))
                .until(() -> hub.order("us", id).path("attempts").asInt() > 3);
        assertThat(hub.order("us", id).path("history").findValuesAsText("event"))
                .as("parked once more is no news")
                .containsExactly("NEEDS_ATTENTION");

        shop.post(
                "/commerce/rest/default/V1/products",
                "{\"product\":{\"sku\":\"NEW-SKU-115\",\"name\":\"New\",\"price\":1,\"status\":1,\"type_id\":\"simple\",\"attribute_set_id\":4,\"extension_attributes\":{\"stock_item\":{\"qty\":50}}}}");

        hub.await("us", id, "IMPORTED");
        assertThat(shop.orders(id)).hasSize(1);
    }

    private static void awaitConfirmations(String id, int count) {
        Awaitility.await().until(() -> amazon.confirmations(id).size() == count);
    }

    private static String place(long seed, String status, String fulfilledBy, int lines) {
        ObjectNode order = order(seed, status, fulfilledBy, lines);
        amazon.place(order);
        return order.path("orderId").asText();
    }

    private static ObjectNode order(long seed, String status, String fulfilledBy, int lines) {
        ObjectNode order = AmazonOrders.seeded(seed)
                .in(US)
                .status(status)
                .fulfilledBy(fulfilledBy)
                .lines(lines)
                .next();
        return order;
    }

    private static BigDecimal grandTotal(String id) {
        return new BigDecimal(amazon.find(id)
                .orElseThrow()
                .path("proceeds")
                .path("grandTotal")
                .path("amount")
                .asText());
    }
}
