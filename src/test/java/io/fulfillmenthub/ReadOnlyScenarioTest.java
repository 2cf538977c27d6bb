package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonFeeds;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub whose database belongs to another deployment, as a copied one does: nothing is sent until an operator confirms. */
class ReadOnlyScenarioTest {

    private static final String ELSEWHERE = "https://shop.example.com";

    private final HubWorld world = HubWorld.shared();
    private final AmazonWorld amazon = world.sandbox().bean(AmazonWorld.class);
    private final AmazonFeeds feeds = world.sandbox().bean(AmazonFeeds.class);
    private final Shop shop = new Shop(world.sandbox().baseUrl());
    private final Hub hub = new Hub(world.hubUrl());
    private String imported;

    @BeforeEach
    void copyTheDatabase() {
        imported = place(751);
        hub.await("us", imported, "IMPORTED");
        world.bean(JdbcClient.class)
                .sql("update deployment set url = ? where part = 'commerce'")
                .param(ELSEWHERE)
                .update();
        Awaitility.await().until(() -> hub.get("/api/read-only").path("active").asBoolean());
    }

    @AfterEach
    void endReadOnlyMode() {
        hub.post("/api/read-only/confirm");
    }

    @Test
    void recordsWhatItWouldSendUntilAnOperatorConfirmsTheDeployment() {
        String id = place(752);
        JsonNode order = awaitWithheld(id, "create-order");
        assertThat(order.path("state").asText()).isEqualTo("READY");
        assertThat(order.path("note").asText()).contains("create-order is recorded, not sent");
        JsonNode request = order.path("withheld").get(0);
        assertThat(request.path("url").asText()).endsWith("/rest/default/V1/orders");
        assertThat(request.path("content").asText()).contains(id).doesNotContain(email(id));
        assertThat(shop.orders(id)).isEmpty();

        shop.ship(shop.order(imported).path("entity_id").asLong(), "", Shop.track("ups", "UPS", "1Z999AA10123456784"));
        awaitWithheld(imported, "confirm-shipment");
        assertThat(amazon.confirmations(imported)).isEmpty();
        assertThat(hub.get("/api/withheld").path("items").findValuesAsText("amazonOrderId"))
                .contains(id, imported);
        alarms();

        assertThat(hub.post("/api/read-only/confirm").path("active").asBoolean())
                .isFalse();

        hub.await("us", id, "IMPORTED");
        hub.await("us", imported, "COMPLETED");
        assertThat(shop.orders(id)).hasSize(1);
        assertThat(amazon.confirmations(imported)).hasSize(1);
        assertThat(hub.order("us", id)
                        .path("withheld")
                        .get(0)
                        .path("releasedAt")
                        .isNull())
                .isFalse();
        assertThat(hub.post("/api/read-only/confirm").path("error").asText()).contains("nothing to confirm");
    }

    @Test
    void playsThroughWhatAnOrderWouldCauseWithoutSendingIt() {
        String id = place(753);
        awaitWithheld(id, "create-order");
        JsonNode before = hub.order("us", id);

        JsonNode script = hub.post("/api/orders/us/" + id + "/dry-run");

        assertThat(script.path("problem").isNull())
                .as(script.path("problem").asText())
                .isTrue();
        assertThat(script.path("action").asText()).isEqualTo("IMPORT");
        JsonNode requests = script.path("requests");
        assertThat(requests.findValuesAsText("operation")).containsExactly("create-order", "create-invoice");
        assertThat(requests.get(0).path("content").asText()).contains(email(id));
        assertThat(requests.get(1).path("url").asText()).endsWith("/V1/order/{id of the new order}/invoice");
        assertThat(hub.order("us", id)).isEqualTo(before);
        assertThat(shop.orders(id)).isEmpty();
        amazon.update(imported, ReadOnlyScenarioTest::askToCancel);
        awaitWithheld(imported, "hold-order");
        assertThat(hub.post("/api/orders/us/" + imported + "/dry-run")
                        .path("requests")
                        .findValuesAsText("operation"))
                .containsExactly("hold-order", "comment-order");
        playThroughACancellation();
        assertThat(hub.post("/api/orders/us/unknown/dry-run").path("error").asText())
                .contains("does not know");
    }

    private void playThroughACancellation() {
        hub.post("/api/orders/us/" + imported + "/cancel", "{\"reason\":\"NoInventory\"}");
        awaitWithheld(imported, "create-feed-document");

        JsonNode requests = Awaitility.await("the cancellation waits")
                .until(
                        () -> hub.post("/api/orders/us/" + imported + "/dry-run")
                                .path("requests"),
                        found -> found.findValuesAsText("operation").contains("create-feed"));

        assertThat(requests.findValuesAsText("operation"))
                .startsWith("create-feed-document", "upload-feed", "create-feed");
        assertThat(requests.get(1).path("url").asText()).isEqualTo("{address of the new document}");
        assertThat(requests.get(1).path("content").asText()).contains(imported, "NoInventory");
        assertThat(requests.get(2).path("content").asText())
                .contains("POST_ORDER_ACKNOWLEDGEMENT_DATA", "{id of the new document}");
        assertThat(feeds.submitted()).noneMatch(feed -> feed.contains(imported));
    }

    private static void askToCancel(ObjectNode order) {
        ((ObjectNode) order.path("orderItems").get(0))
                .withObject("/cancellation/cancellationRequest")
                .put("requester", "BUYER");
    }

    private void alarms() {
        JsonNode difference = hub.get("/api/read-only").path("differences").get(0);
        assertThat(difference.path("stored").asText()).isEqualTo(ELSEWHERE);
        assertThat(hub.get("/api/read-only").path("remedy").asText()).contains("/api/read-only/confirm");
        assertThat(hub.text("/actuator/health")).contains("\"deployment\":{\"status\":\"DOWN\"");
        assertThat(hub.text("/actuator/prometheus")).contains("hub_read_only 1.0");
    }

    private JsonNode awaitWithheld(String id, String operation) {
        Awaitility.await(id + " is withheld")
                .until(
                        () -> hub.order("us", id).path("withheld").findValuesAsText("operation"),
                        found -> found.contains(operation));
        return "create-order".equals(operation)
                ? Awaitility.await(id + " waits")
                        .until(
                                () -> hub.order("us", id),
                                order -> order.path("reason").asText().equals("READ_ONLY"))
                : hub.order("us", id);
    }

    private String place(long seed) {
        return amazon.place(AmazonOrders.seeded(seed * 1_000 + System.nanoTime() % 1_000)
                        .lines(1)
                        .next())
                .path("orderId")
                .asText();
    }

    private String email(String id) {
        return amazon.find(id).orElseThrow().path("buyer").path("buyerEmail").asText();
    }
}
