package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommerceOrderStateTest {

    private static CommerceSandbox sandbox;
    private static CommerceClient client;

    @BeforeAll
    static void start() {
        sandbox = CommerceSandbox.start();
        client = sandbox.client();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest(name = "{0}, invoiced {1}, shipped {2}, paid {3} is kept as {4}")
    @CsvSource({
        "processing, 0, 0, 0, processing",
        "complete, 0, 0, 0, complete",
        "complete, 2, 2, 48.78, complete",
        "processing, 2, 2, 48.78, complete",
        "complete, 2, 2, 0, closed",
        "complete, 0, 2, 0, closed",
        "processing, 2, 0, 0, processing",
        "processing, 0, 0, 48.78, processing",
        "nope, 0, 0, 0, nope",
        "holded, 0, 0, 0, holded"
    })
    void createsAnOrderInTheStateThatItsQuantitiesAllow(
            String state, int invoiced, int shipped, String paid, String expected) {
        assertThat(create(state, invoiced, shipped, paid).path("state").asText())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, invoiced {1}, paid {2} becomes {3}")
    @CsvSource({
        "processing, 0, 0, processing",
        "processing, 2, 48.78, complete",
        "processing, 2, 0, closed",
        "processing, 0, 48.78, processing",
        "complete, 0, 0, closed",
        "new, 0, 0, processing"
    })
    void shipsAnOrderIntoTheStateThatFollows(String state, int invoiced, String paid, String expected) {
        int id = create(state, invoiced, 0, paid).path("entity_id").asInt();

        assertThat(client.post("/rest/V1/order/" + id + "/ship", "{}").status()).isEqualTo(200);

        assertThat(state(id)).isEqualTo(expected);
    }

    @Test
    void closesAnUnshippedOrderThatIsRefundedWhollyWithTheShippingsTaxAndDiscount() {
        ObjectNode order = CommerceOrders.order();
        order.put("shipping_tax_amount", 0.5).put("base_shipping_tax_amount", 0.5);
        order.put("shipping_discount_amount", 1).put("base_shipping_discount_amount", 1);
        order.put("tax_amount", 4.3).put("base_tax_amount", 4.3);
        order.put("grand_total", 48.28).put("base_grand_total", 48.28);
        int id = create(order).path("entity_id").asInt();
        client.post("/rest/V1/order/" + id + "/invoice", "{\"capture\": true}");

        client.post("/rest/V1/order/" + id + "/refund", "{\"arguments\": {\"shipping_amount\": 5}}");

        JsonNode refunded = client.get("/rest/V1/orders/" + id).body();
        assertThat(refunded.path("state").asText()).isEqualTo("closed");
        assertThat(refunded.path("total_paid").asText()).isEqualTo("48.28");
        assertThat(refunded.path("total_refunded").asText()).isEqualTo("48.28");
    }

    @Test
    void completesAnOrderWhosePartsAreShippedAndRefunded() {
        JsonNode order = create(CommerceOrders.order());
        int id = order.path("entity_id").asInt();
        String one = "{\"items\": [{\"order_item_id\": "
                + order.path("items").path(0).path("item_id") + ", \"qty\": 1}]}";
        client.post("/rest/V1/order/" + id + "/invoice", "{}");
        client.post("/rest/V1/order/" + id + "/ship", one);
        assertThat(state(id)).isEqualTo("processing");

        client.post("/rest/V1/order/" + id + "/refund", one);

        assertThat(state(id)).isEqualTo("complete");
    }

    @Test
    void completesAnInvoicedOrderShippedInTwoParcels() {
        ObjectNode given = CommerceOrders.order();
        ((ObjectNode) given.path("payment")).put("method", "purchaseorder").put("po_number", "111-1");
        CommerceOrders.item(given).put("ext_order_item_id", "ITEM-1");
        JsonNode order = create(given);
        int id = order.path("entity_id").asInt();
        client.post("/rest/V1/order/" + id + "/invoice", "{\"capture\": true, \"notify\": false}");
        assertThat(state(id)).isEqualTo("processing");

        for (String track : new String[] {"T1", "T2"}) {
            client.post(
                    "/rest/V1/order/" + id + "/ship",
                    "{\"items\": [{\"order_item_id\": "
                            + order.path("items").path(0).path("item_id")
                            + ", \"qty\": 1}], \"tracks\": [{\"track_number\": \"" + track
                            + "\", \"carrier_code\": \"ups\"}]}");
        }

        JsonNode done = client.get("/rest/V1/orders/" + id).body();
        assertThat(done.path("state").asText()).isEqualTo("complete");
        assertThat(done.path("total_due").asInt()).isZero();
        assertThat(done.path("payment").path("po_number").asText()).isEqualTo("111-1");
        assertThat(done.path("items").path(0).path("ext_order_item_id").asText())
                .isEqualTo("ITEM-1");
    }

    @Test
    void answersFalseToTheCancellingOfAnInvoicedOrder() {
        int id = create(CommerceOrders.order()).path("entity_id").asInt();
        client.post("/rest/V1/order/" + id + "/invoice", "{}");

        assertThat(client.post("/rest/V1/orders/" + id + "/cancel", "{}").body().toString())
                .isEqualTo("false");
    }

    @Test
    void sendsNoMailForAnOrderItsInvoiceAndItsShipment() {
        String before = client.get("/sandbox/control/commerce/mails").body().toString();
        int id = create(CommerceOrders.order()).path("entity_id").asInt();
        client.post("/rest/V1/order/" + id + "/invoice", "{\"notify\": false}");
        client.post("/rest/V1/order/" + id + "/ship", "{\"notify\": false}");

        assertThat(client.get("/sandbox/control/commerce/mails").body()).hasToString(before);
    }

    private static JsonNode create(String state, int invoiced, int shipped, String paid) {
        ObjectNode order = CommerceOrders.order().put("state", state).put("status", state);
        CommerceOrders.item(order).put("qty_invoiced", invoiced).put("qty_shipped", shipped);
        return create(order.put("total_paid", paid).put("base_total_paid", paid));
    }

    private static JsonNode create(ObjectNode order) {
        return client.post("/rest/V1/orders", CommerceOrders.entity(order)).body();
    }

    private static String state(int id) {
        return client.get("/rest/V1/orders/" + id + "?fields=state")
                .body()
                .path("state")
                .asText();
    }
}
