package io.fulfillmenthub;

import static io.fulfillmenthub.Shop.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.OtlpReceiver.ReceivedSpan;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Faults;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/** The traces that a hub really sends, over OTLP, of an order that goes both ways and of one that Commerce refuses. */
class TracesTest {

    private static final List<String> PERSONAL = List.of(
            "Larkspurling",
            "Nettlecombe",
            "Fogholt",
            "555 0161",
            "l4rk@marketplace.example",
            "Atzr|",
            "Atza|",
            "sandbox-access-token");
    private static final String ECHO =
            "Larkspurling of 5 Nettlecombe Row, Fogholt, l4rk@marketplace.example is not wanted";
    private static final int CLIENT = 3;
    private static final int ERROR = 2;

    private static OtlpReceiver receiver;
    private static HubWorld world;
    private static Hub hub;
    private static String shipped;
    private static String refused;

    @BeforeAll
    static void sendOrders() {
        receiver = new OtlpReceiver();
        world = HubWorld.start(Map.of(
                "management.otlp.tracing.endpoint",
                receiver.url(),
                "hub.orders.customer-creation",
                "account",
                "management.opentelemetry.resource-attributes.service.instance.id",
                "hub-1"));
        hub = new Hub(world.hubUrl());
        Shop shop = new Shop(world.sandbox().baseUrl());
        shipped = place(8901);
        hub.await("us", shipped, "IMPORTED");
        shop.ship(shop.order(shipped).path("entity_id").asLong(), "", track("ups", "UPS", "1Z999AA10123456784"));
        hub.await("us", shipped, "COMPLETED");
        world.sandbox()
                .bean(Faults.class)
                .add(Fault.of("commerce", "order-create", Fault.Kind.STATUS)
                        .answering(400, "application/json", "{\"message\":\"" + ECHO + "\"}"));
        refused = place(8902);
        hub.await("us", refused, "NEEDS_ATTENTION");
        hub.text("/orders?buyer=Larkspurling");
        hub.get("/api/orders?buyer=Larkspurling");
    }

    @AfterAll
    static void close() {
        world.close();
        receiver.close();
    }

    @Test
    void tellTheWayOfAnOrderIntoCommerceStepByStep() {
        ReceivedSpan root = await(shipped, "order-route");
        ReceivedSpan order = await(shipped, "order-import");
        ReceivedSpan creation = await(shipped, "order-create");
        ReceivedSpan call = await(shipped, "commerce create-order");

        assertThat(root.parentId()).isEmpty();
        assertThat(order.parentId()).isEqualTo(root.id());
        assertThat(creation.parentId()).isEqualTo(order.id());
        assertThat(List.of(order, creation, call))
                .allMatch(span -> span.traceId().equals(root.traceId()));
        assertThat(call.kind()).isEqualTo(CLIENT);
        assertThat(call.attributes())
                .containsEntry("hub.side", "commerce")
                .containsEntry("hub.operation", "create-order")
                .containsEntry("hub.outcome", "success")
                .containsEntry("http.response.status_code", "200")
                .containsEntry("hub.account.id", "us")
                .containsEntry("hub.order.id", shipped);
    }

    @Test
    void tellTheWayOfAParcelToAmazonStepByStep() {
        ReceivedSpan root = await(shipped, "shipment-confirm");
        ReceivedSpan told = await(shipped, "amazon confirm-shipment");
        ReceivedSpan read = await(shipped, "amazon get-order");

        assertThat(root.parentId()).isEmpty();
        assertThat(List.of(told, read)).allMatch(span -> span.traceId().equals(root.traceId()));
        assertThat(told.attributes())
                .containsEntry("http.response.status_code", "204")
                .containsEntry("hub.outcome", "success");
    }

    @Test
    void tellTheKindOfAFailureAndNothingOfItsMessage() {
        ReceivedSpan call = await(refused, "commerce create-order");
        ReceivedSpan root = await(refused, "order-route");

        assertThat(call.status()).isEqualTo(ERROR);
        assertThat(call.attributes())
                .containsEntry("hub.outcome", "refused")
                .containsEntry("http.response.status_code", "400")
                .containsEntry("error.type", "RejectedException")
                .containsEntry("hub.reason", "COMMERCE_REFUSED");
        assertThat(root.status()).isEqualTo(ERROR);
    }

    @Test
    void holdNothingOfTheBuyerAndNoSecret() {
        await(refused, "order-route");
        await(shipped, "shipment-confirm");
        String everything = receiver.everything();

        assertThat(everything).contains(shipped, refused, "fulfillment-hub", "hub-1");
        assertThat(PERSONAL.stream().filter(everything::contains)).isEmpty();
    }

    @Test
    void areOfNothingButTheHubsRoutesAndCalls() {
        await(refused, "order-route");

        assertThat(receiver.spans()).allSatisfy(span -> {
            assertThat(span.attributes()).containsKey("hub.route.id");
            assertThat(span.attributes().keySet())
                    .isSubsetOf(
                            "hub.route.id",
                            "hub.account.id",
                            "hub.order.id",
                            "hub.side",
                            "hub.operation",
                            "hub.outcome",
                            "hub.reason",
                            "http.response.status_code",
                            "error.type");
        });
        assertThat(receiver.spans())
                .filteredOn(span -> span.parentId().isEmpty())
                .extracting(ReceivedSpan::name)
                .contains("order-poll", "shipment-poll")
                .doesNotContain("order-dispatch", "shipment-read");
    }

    @Test
    void areNotEvenBegunUnlessAnEndpointIsNamed() {
        assertThatThrownBy(() -> HubWorld.shared().bean(OpenTelemetry.class))
                .isInstanceOf(NoSuchBeanDefinitionException.class);
    }

    /** Spans are exported every five seconds. */
    private static ReceivedSpan await(String orderId, String name) {
        return Awaitility.await(name)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> receiver.spans().stream()
                                .filter(span -> span.name().equals(name))
                                .filter(span -> orderId.equals(span.attributes().get("hub.order.id")))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String place(long seed) {
        ObjectNode order = AmazonOrders.seeded(seed)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
        ((ObjectNode) order.path("buyer"))
                .put("buyerName", "Ida Larkspurling")
                .put("buyerEmail", "l4rk@marketplace.example");
        ((ObjectNode) order.path("recipient").path("deliveryAddress"))
                .put("name", "Ida Larkspurling")
                .put("addressLine1", "5 Nettlecombe Row")
                .put("city", "Fogholt")
                .put("phone", "+1 555 0161 0001");
        ((ObjectNode) order.path("orderItems").get(0).path("product")).put("sellerSku", "GADGET-2");
        world.sandbox().bean(AmazonWorld.class).place(order);
        return order.path("orderId").asText();
    }
}
