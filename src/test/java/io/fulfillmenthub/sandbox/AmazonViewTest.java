package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AmazonViewTest {

    private static final String ALL = "BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,"
            + "PACKAGES,TAX,PAYMENT,FULFILLMENT_ORDERS";
    private static SandboxServer server;
    private static AmazonWorld world;
    private static SandboxCaller us;

    @BeforeAll
    static void start() throws IOException {
        server = SandboxServer.start(0, Map.of());
        world = server.bean(AmazonWorld.class);
        us = new SandboxCaller(server).as("us");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void leavesOutEverySectionThatWasNotAskedFor() throws IOException {
        String orderId = placed(AmazonOrders.seeded(7));

        JsonNode order = us.order(orderId, "").json().path("order");
        JsonNode fulfillment = us.order(orderId, "FULFILLMENT").json().path("order");

        assertThat(order.fieldNames()).toIterable().doesNotContain("buyer", "recipient", "proceeds", "fulfillment");
        assertThat(order.path("orderItems").path(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("orderItemId", "quantityOrdered", "product");
        assertThat(fulfillment.has("fulfillment")).isTrue();
        assertThat(fulfillment.path("orderItems").path(0).has("fulfillment")).isTrue();
        assertThat(fulfillment.has("proceeds")).isFalse();
    }

    @Test
    void hidesPeopleAndMoneyUntilAnOrderIsVerified() throws IOException {
        String orderId = placed(AmazonOrders.seeded(3).status("PENDING"));
        JsonNode pending = us.order(orderId, ALL).json().path("order");
        world.verify(orderId);
        JsonNode verified = us.order(orderId, ALL).json().path("order");

        assertThat(pending.fieldNames()).toIterable().doesNotContain("buyer", "recipient", "proceeds");
        assertThat(pending.path("orderItems").path(0).has("proceeds")).isFalse();
        assertThat(verified.fieldNames()).toIterable().contains("buyer", "recipient", "proceeds");
        assertThat(verified.path("fulfillment").path("fulfillmentStatus").asText())
                .isEqualTo("UNSHIPPED");
    }

    @Test
    void namesNobodyInOrdersFulfilledByAmazon() throws IOException {
        String orderId = world.place(
                        AmazonOrders.seeded(4).fulfilledBy("AMAZON").next())
                .path("orderId")
                .asText();

        JsonNode order = us.order(orderId, ALL).json().path("order");

        assertThat(order.has("buyer")).isFalse();
        assertThat(order.path("recipient").path("deliveryAddress").fieldNames())
                .toIterable()
                .contains("city", "countryCode")
                .doesNotContain("name", "addressLine1", "postalCode", "phone");
    }

    @Test
    void showsAStatusThatIsNewerThanTheModel() throws IOException {
        var order = AmazonOrders.seeded(6).next();
        order.withObjectProperty("fulfillment").put("fulfillmentStatus", "INVOICE_UNCONFIRMED");
        world.place(order);

        JsonNode shown = us.order(order.path("orderId").asText(), ALL).json().path("order");

        assertThat(shown.path("fulfillment").path("fulfillmentStatus").asText()).isEqualTo("INVOICE_UNCONFIRMED");
    }

    private static String placed(AmazonOrders orders) {
        return world.place(orders.next()).path("orderId").asText();
    }
}
