package io.fulfillmenthub;

import static io.fulfillmenthub.Shop.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Subscribers of every slot, between real outside worlds. */
class SubscriberScenarioTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static CustomHub custom;
    private static AmazonWorld amazon;
    private static Shop shop;
    private static Hub hub;

    @BeforeAll
    static void open() {
        custom = CustomHub.shared();
        amazon = custom.world().sandbox().bean(AmazonWorld.class);
        shop = new Shop(custom.world().sandbox().baseUrl());
        hub = new Hub(custom.world().hubUrl());
    }

    @Test
    void hearOfTheImportAndOfEveryPackage() throws IOException {
        String id = place(701);
        hub.await("us", id, "IMPORTED");
        shop.ship(shop.order(id).path("entity_id").asLong(), "", track("ups", "UPS", "1Z999AA10123456784"));

        hub.await("us", id, "COMPLETED");

        awaitCount("recorder", id, "shipment-confirmed", 1);
        Exchange imported = message("recorder", id, "order-imported");
        assertThat(imported.getIn().getHeader("HubEventId")).isEqualTo("order-imported:us/" + id);
        assertThat(imported.getIn().getHeader("HubCommerceOrderNumber"))
                .isEqualTo(shop.order(id).path("increment_id").asText());
        assertThat(body(imported).path("schemaVersion").asInt()).isEqualTo(1);
        assertThat(body(imported).path("amazonOrderId").asText()).isEqualTo(id);
        JsonNode shipment = body(message("recorder", id, "shipment-confirmed"));
        assertThat(shipment.path("trackingNumber").asText()).isEqualTo("1Z999AA10123456784");
        assertThat(shipment.path("schemaVersion").asInt()).isEqualTo(1);
        assertThat(custom.count("recorder", id, "order-imported")).isEqualTo(1);
    }

    @Test
    void hearOfTheCancellationAfterTheImport() throws IOException {
        String id = place(702);
        hub.await("us", id, "IMPORTED");

        amazon.cancel(id);

        hub.await("us", id, "CANCELLED");
        awaitCount("recorder", id, "order-cancelled", 1);
        assertThat(body(message("recorder", id, "order-cancelled"))
                        .path("commerceOrderId")
                        .isNumber())
                .isTrue();
    }

    @Test
    void mayRefuseAnOrderWithAReasonUntilSomeoneRetriesIt() {
        ObjectNode order = order(703);
        String id = order.path("orderId").asText();
        custom.onOrder("gate", id, exchange -> exchange.getIn().setHeader("HubVeto", "Fraud check is open"));
        amazon.place(order);

        JsonNode refused = hub.await("us", id, "NOT_IMPORTED");

        assertThat(refused.path("reason").asText()).isEqualTo("VETOED");
        assertThat(refused.path("note").asText()).isEqualTo("Refused by gate: Fraud check is open");
        assertThat(shop.orders(id)).isEmpty();
        assertThat(custom.count("alarm", id, "order-attention")).isZero();
        custom.mock("gate").whenAnyExchangeReceived(exchange -> {});
        hub.post("/api/orders/us/" + id + "/retry");
        hub.await("us", id, "IMPORTED");
    }

    @Test
    void mayAddToAnOrderBeforeItIsCreated() {
        ObjectNode order = order(704);
        String id = order.path("orderId").asText();
        custom.onOrder("gate", id, exchange -> {
            ObjectNode changed = (ObjectNode) JSON.readTree(exchange.getIn().getBody(String.class));
            ((ObjectNode) changed.path("lines").get(0)).put("sku", "WIDGET-RED-1");
            changed.put("grandTotal", (String) null);
            exchange.getIn().setBody(changed.toString());
            exchange.getIn().setHeader("HubEnriched", true);
            exchange.getIn().setHeader("HubNote", "Pack with care.");
        });
        amazon.place(order);

        hub.await("us", id, "IMPORTED");

        JsonNode created = shop.order(id);
        assertThat(created.path("items").get(0).path("sku").asText()).isEqualTo("WIDGET-RED-1");
        assertThat(created.path("grand_total").isNumber()).isTrue();
        assertThat(created.path("status_histories").toString()).contains("Pack with care.");
    }

    @Test
    void letAnOrderWaitWhileTheOneToBeAskedFails() {
        ObjectNode order = order(705);
        String id = order.path("orderId").asText();
        custom.onOrder("gate", id, exchange -> {
            throw new IOException("no answer from 10.0.0.1");
        });
        amazon.place(order);

        JsonNode parked = hub.await("us", id, "NEEDS_ATTENTION");

        assertThat(parked.path("reason").asText()).isEqualTo("SUBSCRIBER_FAILED");
        assertThat(parked.path("note").asText()).isEqualTo("The subscriber gate failed with IOException");
        assertThat(shop.orders(id)).isEmpty();
        awaitCount("alarm", id, "order-attention", 1);
    }

    @Test
    void areParkedInPlainSightAndReplayedWhenTheyFailForGood() throws IOException {
        ObjectNode order = order(706);
        String id = order.path("orderId").asText();
        custom.onOrder("broken", id, exchange -> {
            throw new IOException("secret");
        });
        amazon.place(order);

        awaitCount("alarm", id, "order-attention", 1);

        assertThat(hub.order("us", id).path("state").asText()).isEqualTo("IMPORTED");
        awaitCount("recorder", id, "order-imported", 1);
        JsonNode alarm = body(message("alarm", id, "order-attention"));
        assertThat(alarm.path("about").asText()).isEqualTo("subscriber broken");
        assertThat(alarm.path("reason").asText()).isEqualTo("SUBSCRIBER_FAILED");
        assertThat(subscriber("broken").path("parked").asInt()).isEqualTo(1);
        assertThat(subscriber("broken").path("lastError").asText())
                .isEqualTo("The subscriber broken failed with IOException");
        custom.mock("broken").whenAnyExchangeReceived(exchange -> {});
        assertThat(hub.post("/api/subscribers/broken/replay?state=parked")
                        .path("replayed")
                        .asInt())
                .isEqualTo(1);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(subscriber("broken").path("parked").asInt()).isZero());
        assertThat(hub.order("us", id).path("history").toString()).contains("Replay to broken asked for", "operator");
    }

    @Test
    void delayNobodyElseWhenOneHangs() {
        CountDownLatch hanging = new CountDownLatch(1);
        custom.mock("slow").whenAnyExchangeReceived(exchange -> hanging.await());
        try {
            for (long seed = 710; seed < 725; seed++) {
                place(seed);
            }
            String id = place(725);

            hub.await("us", id, "IMPORTED");

            awaitCount("recorder", id, "order-imported", 1);
            assertThat(custom.count("slow", id, "order-imported")).isLessThanOrEqualTo(1);
            assertThat(subscriber("slow").path("pending").asInt()).isPositive();
            assertThat(subscriber("slow").path("oldestPending").asText()).isNotEmpty();
        } finally {
            hanging.countDown();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> subscriber("slow").path("pending").asInt() == 0);
    }

    @Test
    void areHandedTheEventsOfATimeOnceMore() {
        String id = place(730);
        hub.await("us", id, "IMPORTED");
        awaitCount("recorder", id, "order-imported", 1);

        assertThat(hub.post("/api/subscribers/recorder/replay").path("error").asText())
                .contains("from");
        assertThat(hub.post("/api/subscribers/nobody/replay?from=2026-01-01")
                        .path("error")
                        .asText())
                .contains("no such subscriber");
        hub.post("/api/subscribers/recorder/replay?from=2020-01-01");

        awaitCount("recorder", id, "order-imported", 2);
    }

    private static JsonNode subscriber(String name) {
        for (JsonNode item : hub.get("/api/subscribers").path("items")) {
            if (item.path("name").asText().equals(name)) {
                return item;
            }
        }
        throw new AssertionError("There is no subscriber " + name);
    }

    private static void awaitCount(String subscriber, String id, String slot, long count) {
        Awaitility.await(subscriber + " of " + id)
                .atMost(Duration.ofSeconds(30))
                .until(() -> custom.count(subscriber, id, slot) == count);
    }

    private static Exchange message(String subscriber, String id, String slot) {
        return custom.mock(subscriber).getReceivedExchanges().stream()
                .filter(exchange -> CustomHub.order(exchange).endsWith(id))
                .filter(exchange -> slot.equals(exchange.getIn().getHeader("HubSlot")))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode body(Exchange exchange) throws IOException {
        return JSON.readTree(exchange.getIn().getBody(String.class));
    }

    private static String place(long seed) {
        ObjectNode order = order(seed);
        amazon.place(order);
        return order.path("orderId").asText();
    }

    private static ObjectNode order(long seed) {
        return AmazonOrders.seeded(seed)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
    }
}
