package io.fulfillmenthub.sandbox;

import static io.fulfillmenthub.sandbox.ConfirmationRequest.assertRefused;
import static io.fulfillmenthub.sandbox.ConfirmationRequest.detail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AmazonConfirmationRefusalTest {

    private static SandboxServer server;
    private static AmazonWorld world;
    private static SandboxCaller us;
    private ObjectNode order;
    private String orderId;

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

    @BeforeEach
    void placeAnOrder() {
        world.clear();
        order = world.place(AmazonOrders.seeded(5).lines(2).next());
        orderId = order.path("orderId").asText();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRequests")
    void refusesABrokenRequest(String message, Consumer<ObjectNode> breaking) throws IOException {
        ObjectNode request = ConfirmationRequest.of(order, "1", 1, 0);
        breaking.accept(request);

        assertRefused(us.confirm(orderId, request), message);
        assertThat(world.find(orderId).orElseThrow().has("packages")).isFalse();
    }

    static Stream<Arguments> brokenRequests() {
        return Stream.of(
                broken("fields with invalid type", request -> detail(request).put("packageReferenceId", 1)),
                broken("positive numeric value", request -> detail(request).put("packageReferenceId", "P-1")),
                broken("positive numeric value", request -> detail(request).remove("packageReferenceId")),
                broken("positive numeric value", request -> detail(request).put("packageReferenceId", "0")),
                broken("CarrierCode", request -> detail(request).remove("carrierCode")),
                broken("CarrierName", request -> detail(request).put("carrierCode", "Other")),
                broken("Tracking ID", request -> detail(request).put("trackingNumber", " ")),
                broken("ShipDate", request -> detail(request).put("shipDate", "02/21/2022")),
                broken(
                        "OrderItemId is invalid",
                        request -> detail(request)
                                .set(
                                        "orderItems",
                                        detail(request).path("orderItems").path(0))),
                broken(
                        "OrderItemId is invalid",
                        request ->
                                ((ObjectNode) detail(request).path("orderItems").path(0)).put("orderItemId", "1")),
                broken(
                        "Quantity",
                        request ->
                                ((ObjectNode) detail(request).path("orderItems").path(0)).put("quantity", "one")),
                broken("MarketplaceId", request -> request.put("marketplaceId", "A1VC38T7YXB528")),
                broken("PackageDetail", request -> request.remove("packageDetail")));
    }

    @Test
    void refusesOrdersThatTheMerchantDoesNotShip() throws IOException {
        world.update(orderId, changed -> changed.putArray("programs").add("FBM_SHIP_PLUS"));
        assertRefused(us.confirm(orderId, ConfirmationRequest.of(order, "1", 1, 0)), "Ship+");

        world.update(
                orderId, changed -> changed.withObjectProperty("fulfillment").put("fulfilledBy", "AMAZON"));
        assertRefused(us.confirm(orderId, ConfirmationRequest.of(order, "1", 1, 0)), "fulfilled by Amazon");

        world.cancel(orderId);
        assertRefused(us.confirm(orderId, ConfirmationRequest.of(order, "1", 1, 0)), "NonexistentOrderItem");
    }

    private static Arguments broken(String message, Consumer<ObjectNode> breaking) {
        return Arguments.of(message, breaking);
    }
}
