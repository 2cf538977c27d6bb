package io.fulfillmenthub.sandbox;

import static io.fulfillmenthub.sandbox.ConfirmationRequest.assertRefused;
import static io.fulfillmenthub.sandbox.ConfirmationRequest.detail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AmazonConfirmationTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static SandboxServer server;
    private static AmazonWorld world;
    private SandboxCaller us;
    private ObjectNode order;
    private String orderId;

    @BeforeAll
    static void start() {
        server = SandboxServer.start(0, Map.of("sandbox.amazon.silently-dropped-carriers", "GLS"), CLOCK);
        world = server.bean(AmazonWorld.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void placeAnOrderOfTwoLines() throws IOException {
        world.clear();
        us = new SandboxCaller(server).as("us");
        order = AmazonOrders.seeded(5).lines(2).at(CLOCK.instant()).next();
        order.path("orderItems").forEach(item -> ((ObjectNode) item).put("quantityOrdered", 2));
        world.place(order);
        orderId = order.path("orderId").asText();
    }

    @Test
    void shipsAnOrderPackageByPackage() throws IOException {
        CLOCK.move(Duration.ofMinutes(1));
        var first = us.confirm(orderId, ConfirmationRequest.of(order, "1", 2, 0));

        assertThat(first.status()).isEqualTo(204);
        assertThat(first.response().body()).isEmpty();
        assertThat(first.header("x-amzn-RateLimit-Limit")).isEqualTo("2");
        JsonNode partly = read();
        assertThat(status(partly)).isEqualTo("PARTIALLY_SHIPPED");
        assertThat(partly.path("lastUpdatedTime").asText())
                .isEqualTo(CLOCK.instant().toString());
        assertThat(fulfilled(partly, 0)).isEqualTo(2);
        assertThat(fulfilled(partly, 1)).isZero();

        assertThat(us.confirm(orderId, ConfirmationRequest.of(order, "2", 0, 2)).status())
                .isEqualTo(204);
        JsonNode whole = read();
        assertThat(status(whole)).isEqualTo("SHIPPED");
        assertThat(whole.path("packages")).hasSize(2);
        assertThat(whole.path("packages").path(1).path("trackingNumber").asText())
                .isEqualTo("TRACK-2");
        assertThat(world.confirmations(orderId)).hasSize(2);
    }

    @Test
    void losesTheFirstConfirmationsOfAnOrderThatWasPlacedForIt() throws IOException {
        world.place(order.deepCopy().put(AmazonView.CONFIRMATIONS_LOST, 2));
        String before = read().path("lastUpdatedTime").asText();
        CLOCK.move(Duration.ofMinutes(1));

        for (int i = 0; i < 2; i++) {
            assertThat(us.confirm(orderId, ConfirmationRequest.of(order, "1", 2, 2))
                            .status())
                    .isEqualTo(204);
            assertThat(read().path("packages")).isEmpty();
        }
        assertThat(read().path("lastUpdatedTime").asText()).isEqualTo(before);
        AmazonModel.assertValid("Order", read());
        us.confirm(orderId, ConfirmationRequest.of(order, "1", 2, 2));

        assertThat(status(read())).isEqualTo("SHIPPED");
    }

    @Test
    void describesPackagesAsAmazonsModelSays() throws IOException {
        us.confirm(orderId, ConfirmationRequest.of(order, "1", 2, 0));

        assertThat(read().path("packages")).hasSize(1);
        AmazonModel.assertValid("Order", read());
    }

    @Test
    void replacesThePackageOfTheSameReference() throws IOException {
        us.confirm(orderId, ConfirmationRequest.of(order, "1", 2, 0));
        ObjectNode edited = ConfirmationRequest.of(order, "1", 1, 0);
        detail(edited).put("trackingNumber", "CORRECTED");

        assertThat(us.confirm(orderId, edited).status()).isEqualTo(204);

        JsonNode read = read();
        assertThat(read.path("packages")).hasSize(1);
        assertThat(read.path("packages").path(0).path("trackingNumber").asText())
                .isEqualTo("CORRECTED");
        assertThat(fulfilled(read, 0)).isEqualTo(1);
    }

    @Test
    void editsAShippedOrderButAddsNoPackageToIt() throws IOException {
        us.confirm(orderId, ConfirmationRequest.of(order, "1", 2, 2));

        assertThat(us.confirm(orderId, ConfirmationRequest.of(order, "1", 2, 2)).status())
                .isEqualTo(204);
        assertRefused(us.confirm(orderId, ConfirmationRequest.of(order, "2", 1, 0)), "PackageToUpdateNotFound");
    }

    @Test
    void refusesMoreThanWasOrdered() throws IOException {
        us.confirm(orderId, ConfirmationRequest.of(order, "1", 1, 0));

        assertRefused(us.confirm(orderId, ConfirmationRequest.of(order, "2", 2, 0)), "overfulfillment");
        assertThat(fulfilled(read(), 0)).isEqualTo(1);
        assertThat(world.confirmations(orderId)).hasSize(1);
    }

    @Test
    void doesNotKnowForeignOrders() throws IOException {
        assertThat(us.confirm("999-9999999-9999999", ConfirmationRequest.of(order, "1", 1, 0))
                        .status())
                .isEqualTo(404);
        assertThat(new SandboxCaller(server)
                        .as("eu")
                        .confirm(orderId, ConfirmationRequest.of(order, "1", 1, 0))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void forgetsThePackageOfASilentlyDroppedCarrier() throws IOException {
        ObjectNode request = ConfirmationRequest.of(order, "1", 2, 2);
        detail(request).put("carrierCode", "GLS");

        assertThat(us.confirm(orderId, request).status()).isEqualTo(204);

        assertThat(status(read())).isEqualTo("UNSHIPPED");
        assertThat(read().has("packages")).isFalse();
        assertThat(world.confirmations(orderId)).hasSize(1);
    }

    private JsonNode read() throws IOException {
        return us.order(orderId, "FULFILLMENT,PACKAGES").json().path("order");
    }

    private static String status(JsonNode read) {
        return read.path("fulfillment").path("fulfillmentStatus").asText();
    }

    private static int fulfilled(JsonNode read, int line) {
        JsonNode item = read.path("orderItems").path(line);
        JsonNode fulfillment = item.path("fulfillment");
        int fulfilled = fulfillment.path("quantityFulfilled").asInt();
        assertThat(fulfilled + fulfillment.path("quantityUnfulfilled").asInt())
                .isEqualTo(item.path("quantityOrdered").asInt());
        return fulfilled;
    }
}
