package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Shipments that do not begin in Commerce, over real HTTP and a real PostgreSQL. */
class ShipmentDoorsScenarioTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    void createsTheCommerceShipmentAndConfirmsToAmazonEachOnceHoweverOftenItIsTold() {
        String id = place(order(4201));
        hub.await("us", id, "IMPORTED");
        String left = Instant.now()
                .minus(Duration.ofHours(3))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String notice =
                notice(id, "WMS-4201", "\"shippedAt\":\"" + left + "\",\"items\":[" + item(id, "\"TC-1\"") + "],");

        assertThat(hub.post("/api/shipments", notice).path("state").asText()).isEqualTo("WAITING");
        hub.post("/api/shipments", notice);
        hub.await("us", id, "COMPLETED");
        JsonNode again = hub.post("/api/shipments", notice);

        assertThat(again.path("state").asText()).isEqualTo("CREATED");
        assertThat(shop.shipments(orderId(id))).hasSize(1);
        assertThat(amazon.confirmations(id)).hasSize(1);
        JsonNode parcel = amazon.confirmations(id).get(0).path("packageDetail");
        assertThat(parcel.path("carrierCode").asText()).isEqualTo("UPS");
        assertThat(Instant.parse(parcel.path("shipDate").asText())).isEqualTo(left);
        assertThat(parcel.path("orderItems")
                        .path(0)
                        .path("transparencyCodes")
                        .path(0)
                        .asText())
                .isEqualTo("TC-1");
    }

    @Test
    void keepsAShipmentWhoseOrderIsNotKnownYet() {
        ObjectNode order = order(4202);
        String id = order.path("orderId").asText();
        hub.post("/api/shipments", notice(id, "WMS-4202", ""));
        assertThat(state("WMS-4202")).isEqualTo("WAITING");

        place(order);

        hub.await("us", id, "COMPLETED");
        assertThat(state("WMS-4202")).isEqualTo("CREATED");
        assertThat(amazon.confirmations(id)).hasSize(1);
    }

    @Test
    void adoptsTheShipmentThatCommerceHasAlready() {
        String id = place(order(4203));
        hub.await("us", id, "IMPORTED");
        shop.ship(orderId(id), "", Shop.track("ups", "UPS", "1Z999AA10123456784"));

        hub.post("/api/shipments", notice(id, "WMS-4203", ""));

        awaitState("WMS-4203", "CREATED");
        hub.await("us", id, "COMPLETED");
        assertThat(shop.shipments(orderId(id))).hasSize(1);
        assertThat(amazon.confirmations(id)).hasSize(1);
    }

    @Test
    void refusesWhatIsNoShipmentWithASentence() {
        String id = place(order(4204));
        hub.await("us", id, "IMPORTED");

        assertThat(error("{}")).contains("accountId is missing");
        assertThat(error("{\"weight\":1")).contains("docs/shipments.md");
        assertThat(error(notice(id, "x", "\"shippedAt\":\"2999-01-01T00:00:00Z\",")))
                .contains("shippedAt 2999-01-01T00:00:00Z is in the future");
        assertThat(error(notice(id, "x", "").replace("\"us\"", "\"mars\""))).contains("no active account");
        hub.post("/api/shipments", notice(id, "WMS-4204", "\"items\":[{\"sku\":\"NO-SUCH\",\"quantity\":1}],"));

        awaitState("WMS-4204", "NEEDS_ATTENTION");
        assertThat(error(notice(id, "WMS-4204", ""))).contains("other contents");
        assertThat(shop.shipments(orderId(id))).isEmpty();
    }

    @Test
    void createsInCommerceWhatWasShippedInSellerCentralAndSendsNothingBack() {
        String id = place(order(4205));
        hub.await("us", id, "IMPORTED");

        amazon.update(id, order -> SellerCentral.ship(order, "986578788855"));

        JsonNode order = hub.await("us", id, "COMPLETED");
        JsonNode shipments = shop.shipments(orderId(id));
        assertThat(shipments).hasSize(1);
        assertThat(shipments.path(0).path("tracks").path(0).path("track_number").asText())
                .isEqualTo("986578788855");
        assertThat(order.path("packages").path(0).path("state").asText()).isEqualTo("CONFIRMED");
        assertThat(amazon.confirmations(id)).isEmpty();
    }

    @Test
    void takesInAFileOfShipmentsAndSetsAsideOneThatIsNone() throws IOException {
        String id = place(order(4206));
        hub.await("us", id, "IMPORTED");
        Path folder = HubWorld.shared().dropFolder();
        Files.writeString(folder.resolve("bad.csv"), "shipmentId,sku,quantity\nS1,A,two\n");
        Files.writeString(folder.resolve("good.csv"), """
                accountId,amazonOrderId,shipmentId,carrier,number
                us,%s,FILE-4206,ups,1Z999AA10123456784
                """.formatted(id));

        hub.await("us", id, "COMPLETED");
        assertThat(amazon.confirmations(id)).hasSize(1);
        Awaitility.await("the bad file is set aside")
                .atMost(PATIENCE)
                .until(() -> Files.exists(folder.resolve("failed/bad.csv")));
        assertThat(folder.resolve("failed/bad.csv.error.txt")).content().startsWith("Line 2: quantity");
    }

    private static String notice(String id, String shipmentId, String items) {
        return "{\"accountId\":\"us\",\"amazonOrderId\":\"%s\",\"shipmentId\":\"%s\",%s\"tracks\":[{\"carrier\":\"ups\",\"number\":\"1Z999AA10123456784\"}]}"
                .formatted(id, shipmentId, items);
    }

    private static String item(String id, String code) {
        JsonNode item = amazon.find(id).orElseThrow().path("orderItems").path(0);
        int quantity = item.path("quantityOrdered").asInt();
        String codes = code + ",\"TC\"".repeat(quantity - 1);
        return "{\"orderItemId\":\"%s\",\"quantity\":%d,\"transparencyCodes\":[%s]}"
                .formatted(item.path("orderItemId").asText(), quantity, codes);
    }

    private static String error(String body) {
        return hub.post("/api/shipments", body).path("error").asText();
    }

    private static String state(String shipmentId) {
        return hub.get("/api/shipments?accountId=us&shipmentId=" + shipmentId)
                .path("state")
                .asText();
    }

    private static void awaitState(String shipmentId, String state) {
        Awaitility.await(shipmentId + " " + state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> state(shipmentId), state::equals);
    }

    private static ObjectNode order(long seed) {
        return AmazonOrders.seeded(seed)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
    }

    private static String place(ObjectNode order) {
        amazon.place(order);
        return order.path("orderId").asText();
    }

    private static long orderId(String id) {
        return shop.order(id).path("entity_id").asLong();
    }
}
