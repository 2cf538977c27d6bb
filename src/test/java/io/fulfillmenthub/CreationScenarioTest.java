package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shop must have for an order to be created: products by whatever SKU, enabled and in stock. */
class CreationScenarioTest {

    private static AmazonWorld amazon;
    private static Shop shop;
    private static Hub hub;
    private static int seed = 700;

    @BeforeAll
    static void open() {
        HubWorld world = HubWorld.shared();
        amazon = world.sandbox().bean(AmazonWorld.class);
        shop = new Shop(world.sandbox().baseUrl());
        hub = new Hub(world.hubUrl());
    }

    @Test
    void holdsAnOrderUntilItsProductIsInStockAgain() {
        shop.product("SCARCE-1", "\"stock_item\":{\"qty\":0}");
        String id = place("MERCHANT", "UNSHIPPED", "SCARCE-1");

        JsonNode parked = hub.await("us", id, "NEEDS_ATTENTION");
        assertThat(parked.path("reason").asText()).isEqualTo("OUT_OF_STOCK");
        assertThat(parked.path("note").asText()).contains("SCARCE-1");
        assertThat(shop.orders(id)).isEmpty();

        shop.stock("SCARCE-1", 50);

        hub.await("us", id, "IMPORTED");
        assertThat(shop.orders(id)).hasSize(1);
    }

    @Test
    void asksTheShopForNoStockOfItsOwnWhereAmazonShips() {
        shop.product("AT-AMAZON-1", "\"stock_item\":{\"qty\":0}");

        String id = place("AMAZON", "SHIPPED", "AT-AMAZON-1");

        hub.await("us", id, "COMPLETED");
        assertThat(shop.order(id).path("state").asText()).isEqualTo("complete");
    }

    @Test
    void sellsWhatTheShopDoesNotCount() {
        shop.product("ENDLESS-1", "\"stock_item\":{\"qty\":0,\"manage_stock\":false}");

        String id = place("MERCHANT", "UNSHIPPED", "ENDLESS-1");

        hub.await("us", id, "IMPORTED");
    }

    @Test
    void holdsAnOrderUntilItsProductIsEnabled() {
        shop.product("ASLEEP-1", "\"stock_item\":{\"qty\":50}");
        shop.post("/control/commerce/products/ASLEEP-1/disable", "");
        String id = place("MERCHANT", "UNSHIPPED", "ASLEEP-1");
        assertThat(hub.await("us", id, "NEEDS_ATTENTION").path("reason").asText())
                .isEqualTo("PRODUCT_DISABLED");

        shop.post("/control/commerce/products/ASLEEP-1/enable", "");

        hub.await("us", id, "IMPORTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A/B-1",
                "NO#2",
                "100%-3",
                "PLUS+4",
                "with blank 5",
                "Größe-Ü6",
                "comma,7",
                "a&b=c?8",
                "q\"uote'9"
            })
    void findsAProductWhateverItsSku(String sku) {
        shop.product(sku, "\"stock_item\":{\"qty\":50}");

        String id = place("MERCHANT", "UNSHIPPED", sku);

        hub.await("us", id, "IMPORTED");
        assertThat(shop.order(id).path("items").get(0).path("sku").asText()).isEqualTo(sku);
    }

    @Test
    void findsAProductThatAmazonSpellsInAnotherCase() {
        String id = place("MERCHANT", "UNSHIPPED", "wIDGET-red-1");

        hub.await("us", id, "IMPORTED");
        assertThat(shop.order(id).path("items").get(0).path("sku").asText()).isEqualTo("WIDGET-RED-1");
    }

    @Test
    void findsAProductByItsAlias() {
        String id = place("MERCHANT", "UNSHIPPED", "Red widget, 1/2 #3");

        hub.await("us", id, "IMPORTED");
        JsonNode item = shop.order(id).path("items").get(0);
        assertThat(item.path("sku").asText()).isEqualTo("WIDGET-RED-1");
        assertThat(item.path("product_id").asLong()).isPositive();
    }

    @Test
    void ordersTheChildOfAConfigurableProductAndNeverItsParent() {
        shop.product("TEE", "\"stock_item\":{\"qty\":50}", "configurable");
        shop.product("TEE-RED-M", "\"stock_item\":{\"qty\":50}");

        String child = place("MERCHANT", "UNSHIPPED", "TEE-RED-M");
        String parent = place("MERCHANT", "UNSHIPPED", "TEE");

        hub.await("us", child, "IMPORTED");
        assertThat(shop.order(child).path("items").get(0).path("product_type").asText())
                .isEqualTo("simple");
        assertThat(hub.await("us", parent, "NEEDS_ATTENTION").path("reason").asText())
                .isEqualTo("PRODUCT_COMPOSITE");
    }

    private static String place(String fulfilledBy, String status, String sku) {
        ObjectNode order = AmazonOrders.seeded(seed++)
                .in("ATVPDKIKX0DER")
                .status(status)
                .fulfilledBy(fulfilledBy)
                .lines(1)
                .next();
        ((ObjectNode) order.path("orderItems").get(0).path("product")).put("sellerSku", sku);
        amazon.place(order);
        return order.path("orderId").asText();
    }
}
