package io.fulfillmenthub;

import static io.fulfillmenthub.Shop.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.CommerceOrders;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Orders that do not go on by themselves, and what an operator does about them. */
class RepairScenarioTest {

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
    void mapsASkuOnceForEveryOrderThatWaitsForIt() {
        String first = parked(6101, "OLD-SKU-6101");
        String second = parked(6102, "OLD-SKU-6101");

        assertThat(message(first, "map-sku", "{\"sku\":\"OLD-SKU-6101\",\"commerceSku\":\"GADGET-2\"}"))
                .contains("is mapped");

        hub.await("us", second, "IMPORTED");
        JsonNode imported = hub.await("us", first, "IMPORTED");
        assertThat(shop.order(first).at("/items/0/sku").asText()).isEqualTo("GADGET-2");
        assertThat(events(imported)).contains("map-sku by operator");
        assertThat(refusal(first, "map-sku", "{\"sku\":\"NOT-IN-IT\",\"commerceSku\":\"GADGET-2\"}"))
                .contains("no such SKU");
    }

    @Test
    void leavesAnOrderAloneUntilItIsImportedAnyway() {
        String id = parked(6103, "OLD-SKU-6103");

        assertThat(message(id, "do-not-import", "{}")).contains("leaves this order alone");
        amazon.update(id, order -> order.put("unknownToTheHub", 1));
        assertThat(hub.await("us", id, "NOT_IMPORTED").path("reason").asText()).isEqualTo("DECIDED_BY_OPERATOR");
        message(id, "map-sku", "{\"sku\":\"OLD-SKU-6103\",\"commerceSku\":\"GADGET-2\"}");
        assertThat(message(id, "import-anyway", "{}")).contains("imports the order");

        JsonNode imported = hub.await("us", id, "IMPORTED");
        assertThat(events(imported)).contains("do-not-import by operator", "import-anyway by operator");
        assertThat(refusal(id, "do-not-import", "{}")).contains("in Commerce already");
    }

    @Test
    void importsAnOrderWhoseGoodsTheShopDoesNotHaveIfAnOperatorSaysSo() {
        shop.product("SOLD-OUT-6104", "\"stock_item\":{\"qty\":0}");
        shop.stock("SOLD-OUT-6104", 0);
        String id = parked(6104, "SOLD-OUT-6104");
        assertThat(hub.order("us", id).path("reason").asText()).isEqualTo("OUT_OF_STOCK");

        message(id, "import-anyway", "{}");

        hub.await("us", id, "IMPORTED");
        assertThat(shop.orders(id)).hasSize(1);
    }

    @Test
    void adoptsAnOrderThatSomebodyElseMadeInCommerce() {
        String id = parked(6105, "HAND-6105");
        BigDecimal total =
                new BigDecimal(hub.order("us", id).at("/total/amount").asText());
        madeByHand("HAND-1", "HAND-6105", total);

        assertThat(message(id, "adopt", "{\"commerceOrderNumber\":\"HAND-1\"}")).contains("looks for that order");

        JsonNode imported = hub.await("us", id, "IMPORTED");
        assertThat(imported.path("commerceOrderNumber").asText()).isEqualTo("HAND-1");
        assertThat(shop.orders(id)).isEmpty();
        shop.ship(imported.path("commerceOrderId").asLong(), "", track("ups", "UPS", "1Z999AA10123456784"));
        Awaitility.await().until(() -> confirmations(id) == 1);
    }

    @Test
    void adoptsNothingThatIsNotThere() {
        String id = parked(6106, "HAND-6106");
        message(id, "adopt", "{\"commerceOrderNumber\":\"NOWHERE-1\"}");
        JsonNode refused = Awaitility.await()
                .until(
                        () -> hub.order("us", id),
                        order -> "ADOPTION_REFUSED".equals(order.path("reason").asText()));
        assertThat(refused.path("note").asText()).contains("no order with the number NOWHERE-1");
        assertThat(shop.orders(id)).isEmpty();
    }

    @Test
    void tellsAmazonOfAPackageOnceMore() {
        String id = place(6107, null);
        long commerce = hub.await("us", id, "IMPORTED").path("commerceOrderId").asLong();
        shop.ship(commerce, "", track("ups", "UPS", "1Z999AA10123456784"));
        Awaitility.await().until(() -> confirmations(id) == 1);

        assertThat(message(id, "packages/1/confirm", "{}")).contains("told of this package again");

        Awaitility.await().until(() -> confirmations(id) == 2);
        assertThat(refusal(id, "packages/9/confirm", "{}")).contains("no such package");
    }

    @Test
    void saysWhatIsMissingInARequest() {
        String id = place(6108, null);
        assertThat(refusal(id, "adopt", "{}")).contains("commerceOrderNumber", "000000042");
        assertThat(refusal(id, "map-sku", "no JSON")).contains("no JSON");
        assertThat(refusal("nope", "import-anyway", "{}")).contains("does not know this order");
    }

    private static long confirmations(String id) {
        return hub.order("us", id).path("history").findValuesAsText("event").stream()
                .filter("PACKAGE_CONFIRMED"::equals)
                .count();
    }

    private static List<String> events(JsonNode order) {
        List<String> events = new ArrayList<>();
        order.path("history")
                .forEach(event -> events.add(event.path("event").asText() + " by "
                        + event.path("actor").asText()));
        return events;
    }

    private static void madeByHand(String number, String sku, BigDecimal total) {
        ObjectNode order = CommerceOrders.order();
        order.put("increment_id", number).put("grand_total", total).put("base_grand_total", total);
        order.remove("ext_order_id");
        ObjectNode item = (ObjectNode) order.path("items").path(0);
        item.put("sku", sku).remove("ext_order_item_id");
        shop.post(
                "/commerce/rest/default/V1/orders", CommerceOrders.entity(order).toString());
    }

    /** The hub looks at parked orders again and again: who comes at that moment asks once more. */
    private static String message(String id, String action, String body) {
        return Awaitility.await()
                .until(
                        () -> answer(id, action, body),
                        answer -> !answer.path("error").asText().contains("right now"))
                .path("message")
                .asText();
    }

    private static String refusal(String id, String action, String body) {
        return answer(id, action, body).path("error").asText();
    }

    private static JsonNode answer(String id, String action, String body) {
        return hub.post("/api/orders/us/" + id + "/" + action, body);
    }

    private static String parked(long seed, String sku) {
        String id = place(seed, sku);
        hub.await("us", id, "NEEDS_ATTENTION");
        return id;
    }

    private static String place(long seed, String sku) {
        ObjectNode order = AmazonOrders.seeded(seed)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
        if (sku != null) {
            ((ObjectNode) order.at("/orderItems/0/product")).put("sellerSku", sku);
        }
        amazon.place(order);
        return order.path("orderId").asText();
    }
}
