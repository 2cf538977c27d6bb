package io.fulfillmenthub;

import static io.fulfillmenthub.Shop.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Shipments on their way from Commerce to Amazon, over real HTTP and a real PostgreSQL. */
class ShipmentScenarioTest {

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
    void infersTheCarrierOfACustomTrackFromItsNumber() {
        String id = imported(4101);
        shop.ship(orderId(id), "", track("custom", "Custom Value", "1Z999AA10123456784"));

        hub.await("us", id, "COMPLETED");
        assertThat(sent(id, 0).path("carrierCode").asText()).isEqualTo("UPS");
    }

    @Test
    void warnsOfACarrierThatNothingTells() {
        String id = imported(4102);
        shop.ship(orderId(id), "", track("custom", "Pigeon Post", "PP-77"));

        JsonNode order = hub.await("us", id, "COMPLETED");
        assertThat(sent(id, 0).path("carrierName").asText()).isEqualTo("Pigeon Post");
        assertThat(order.path("history").findValuesAsText("event")).contains("CARRIER_UNMAPPED");
    }

    @Test
    void parksAnImpossibleNumberBeforeAmazonHearsOfItAndSendsTheCorrectedOneByItself() {
        String id = imported(4103);
        long orderId = orderId(id);
        long shipment = shop.ship(orderId, "", track("ups", "UPS", "n/a"));
        awaitParcel(id, 0, "NEEDS_ATTENTION", "TRACKING_REFUSED");
        assertThat(amazon.confirmations(id)).isEmpty();

        shop.correctTrack(orderId, shipment, trackId(orderId), "ups", "UPS", "1Z999AA10123456784");

        hub.await("us", id, "COMPLETED");
        assertThat(sent(id, 0).path("packageReferenceId").asText()).isEqualTo("1");
    }

    @Test
    void editsTheSameParcelWhenItsTrackIsCorrectedOrReplaced() {
        String id = imported(4104);
        long orderId = orderId(id);
        long shipment = shop.ship(orderId, "", track("ups", "UPS", "1Z999AA10123456784"));
        hub.await("us", id, "COMPLETED");

        shop.correctTrack(orderId, shipment, trackId(orderId), "ups", "UPS", "1Z5R89390357567127");
        awaitConfirmations(id, 2);
        shop.deleteTrack(trackId(orderId));
        shop.addTrack(orderId, shipment, "fedex", "FedEx", "986578788855");
        awaitConfirmations(id, 3);

        awaitParcel(id, 0, "CONFIRMED", "");
        assertThat(amazon.confirmations(id))
                .extracting(sent ->
                        sent.path("packageDetail").path("packageReferenceId").asText())
                .containsOnly("1");
        assertThat(amazon.find(id).orElseThrow().path("packages")).hasSize(1);
        assertThat(sent(id, 2).path("carrierCode").asText()).isEqualTo("FedEx");
    }

    @Test
    void sendsAParcelThatAmazonDropsInSilenceOnceMoreAndThenAsksAPerson() {
        String id = imported(4105);
        shop.ship(orderId(id), "", track("vanishing", "Vanishing Courier", "VC-1"));

        awaitParcel(id, 0, "NEEDS_ATTENTION", "TRACKING_DROPPED");

        assertThat(amazon.confirmations(id)).hasSize(2);
        assertThat(sent(id, 1)).isEqualTo(sent(id, 0));
        assertThat(hub.order("us", id).path("history").findValuesAsText("event"))
                .containsOnlyOnce("PACKAGE_RESENT");
    }

    @Test
    void doesNotConfirmWhatAmazonTracksItself() {
        String id = imported(4106, order -> order.putArray("programs").add("FBM_SHIP_PLUS"));
        shop.ship(orderId(id), "", track("ups", "UPS", "1Z999AA10123456784"));

        JsonNode parcel = awaitParcel(id, 0, "NOT_SENT", "");

        assertThat(parcel.path("note").asText()).contains("FBM_SHIP_PLUS");
        assertThat(amazon.confirmations(id)).isEmpty();
    }

    @Test
    void holdsAParcelWhoseBuyerAsksToCancelUntilAnOperatorReleasesIt() {
        String id = imported(4107);
        amazon.update(id, ShipmentScenarioTest::askToCancel);
        awaitCancelRequest(id);
        Awaitility.await("the order is on hold")
                .until(() -> hub.order("us", id)
                        .path("history")
                        .findValuesAsText("event")
                        .contains("ON_HOLD"));
        shop.post("/commerce/rest/default/V1/orders/" + orderId(id) + "/unhold", "{}");
        shop.ship(orderId(id), "", track("ups", "UPS", "1Z999AA10123456784"));
        JsonNode held = awaitParcel(id, 0, "NEEDS_ATTENTION", "CANCEL_REQUESTED");
        assertThat(held.path("note").asText()).contains("buyer asked to cancel");
        assertThat(amazon.confirmations(id)).isEmpty();

        hub.post("/api/orders/us/" + id + "/retry");

        hub.await("us", id, "COMPLETED");
        assertThat(amazon.confirmations(id)).hasSize(1);
    }

    @Test
    void neverConfirmsACancelledOrder() {
        String id = imported(4108);
        long orderId = orderId(id);
        long shipment = shop.ship(orderId, "", "");
        amazon.cancel(id);
        hub.await("us", id, "NEEDS_ATTENTION");

        shop.addTrack(orderId, shipment, "ups", "UPS", "1Z999AA10123456784");

        assertThat(awaitParcel(id, 0, "NOT_SENT", "").path("note").asText()).contains("cancelled");
        assertThat(amazon.confirmations(id)).isEmpty();
    }

    @Test
    void countsUnitsThatAmazonHasFromSellerCentralAndSendsNothingBackForItsParcel() {
        String id = imported(4109);
        amazon.update(id, order -> SellerCentral.ship(order, "986578788855"));
        awaitPackages(id);

        shipUnlessTheHubWasQuicker(id, track("fedex", "FedEx", "9865 7878 8855"));

        JsonNode parcel = awaitParcel(id, 0, "CONFIRMED", "");
        assertThat(parcel.path("packageReferenceId").asInt()).isEqualTo(7);
        assertThat(amazon.confirmations(id)).isEmpty();
    }

    /** The hub makes a Commerce shipment of a Seller Central parcel by itself: merchant and hub race for the units. */
    private static void shipUnlessTheHubWasQuicker(String id, String track) {
        try {
            shop.ship(orderId(id), "", track);
        } catch (AssertionError refused) {
            assertThat(refused).hasMessageContaining("The order does not allow a shipment to be created");
        }
    }

    private static void askToCancel(ObjectNode order) {
        order.path("orderItems")
                .forEach(item -> ((ObjectNode) item)
                        .withObjectProperty("cancellation")
                        .putObject("cancellationRequest")
                        .put("requester", "BUYER"));
    }

    private static String imported(long seed) {
        return imported(seed, order -> {});
    }

    private static String imported(long seed, Consumer<ObjectNode> change) {
        ObjectNode order = AmazonOrders.seeded(seed)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
        change.accept(order);
        amazon.place(order);
        String id = order.path("orderId").asText();
        hub.await("us", id, "IMPORTED");
        return id;
    }

    private static long orderId(String id) {
        return shop.order(id).path("entity_id").asLong();
    }

    private static long trackId(long orderId) {
        return shop.shipments(orderId)
                .path(0)
                .path("tracks")
                .path(0)
                .path("entity_id")
                .asLong();
    }

    private static JsonNode sent(String id, int index) {
        return amazon.confirmations(id).get(index).path("packageDetail");
    }

    private static JsonNode awaitParcel(String id, int index, String state, String reason) {
        return Awaitility.await(id + " parcel " + state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> hub.order("us", id).path("packages").path(index),
                        parcel -> parcel.path("state").asText().equals(state)
                                && parcel.path("reason")
                                        .asText("")
                                        .replace("null", "")
                                        .equals(reason));
    }

    private static void awaitConfirmations(String id, int count) {
        Awaitility.await(id + " confirmed " + count + " times")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> amazon.confirmations(id), sent -> sent.size() == count);
    }

    private static void awaitCancelRequest(String id) {
        awaitItems(
                id,
                items -> items.stream()
                        .allMatch(item -> item.path("cancelRequested").asBoolean()));
    }

    private static void awaitPackages(String id) {
        Awaitility.await(id)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> hub.order("us", id).path("amazonStatus").asText(), "SHIPPED"::equals);
    }

    private static void awaitItems(String id, java.util.function.Predicate<List<JsonNode>> holds) {
        Awaitility.await(id)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            List<JsonNode> items = new java.util.ArrayList<>();
                            hub.order("us", id).path("items").forEach(items::add);
                            return items;
                        },
                        items -> !items.isEmpty() && holds.test(items));
    }
}
