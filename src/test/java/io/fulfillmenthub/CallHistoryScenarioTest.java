package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Fault.Kind;
import io.fulfillmenthub.sandbox.Faults;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An order's history tells of every remote call that led to a step: what was called, what came of it and how long it took. */
class CallHistoryScenarioTest {

    private final HubWorld world = HubWorld.shared();
    private final AmazonWorld amazon = world.sandbox().bean(AmazonWorld.class);
    private final Shop shop = new Shop(world.sandbox().baseUrl());
    private final Hub hub = new Hub(world.hubUrl());

    @Test
    void theImportTellsWhatWasCalledInCommerceAndHowLongItTook() {
        String id = place(order(9301));
        JsonNode calls = callsOf(hub.await("us", id, "IMPORTED"), "IMPORTED");

        assertThat(calls.findValuesAsText("operation")).contains("create-order", "create-invoice");
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.path("side").asText()).isEqualTo("commerce");
            assertThat(call.path("millis").isNumber()).isTrue();
            assertThat(call.path("status").asInt()).isBetween(200, 404);
        });
    }

    @Test
    void theConfirmationOfAPackageTellsAmazonsRequestId() {
        String id = place(order(9302));
        long orderId = hub.await("us", id, "IMPORTED").path("commerceOrderId").asLong();
        shop.ship(orderId, "", Shop.track("ups", "UPS", "1Z999AA10123456784"));
        JsonNode done = hub.await("us", id, "COMPLETED");

        JsonNode sent = callsOf(done, "PACKAGE_SENT");
        assertThat(sent.findValuesAsText("operation")).contains("confirm-shipment");
        assertThat(sent.get(sent.size() - 1).path("requestId").asText()).isNotEmpty();
        assertThat(callsOf(done, "PACKAGE_CONFIRMED").findValuesAsText("operation"))
                .contains("get-order");
    }

    @Test
    void aRefusedCallStandsInTheErrorLogWithTheCallsBeforeIt() {
        world.sandbox()
                .bean(Faults.class)
                .add(Fault.of("commerce", "order-create", Kind.STATUS)
                        .answering(400, "application/json", "{\"message\":\"Not today\"}"));
        shop.product("NEVER-ASKED-FOR-9303", "\"stock_item\":{\"qty\":50}");
        shop.stock("NEVER-ASKED-FOR-9303", 50);
        ObjectNode order = order(9303);
        ((ObjectNode) order.at("/orderItems/0/product")).put("sellerSku", "NEVER-ASKED-FOR-9303");
        String id = place(order);
        hub.await("us", id, "NEEDS_ATTENTION");

        JsonNode error = Awaitility.await().until(() -> error(id), found -> !found.isMissingNode());
        JsonNode calls = error.path("calls");
        JsonNode last = calls.get(calls.size() - 1);
        assertThat(last.path("operation")).isEqualTo(error.path("operation"));
        assertThat(last.path("status")).isEqualTo(error.path("status"));
        assertThat(calls.size()).isGreaterThan(1);
    }

    private JsonNode error(String id) {
        return StreamSupport.stream(
                        hub.get("/api/errors?size=500").path("items").spliterator(), false)
                .filter(error -> error.path("amazonOrderId").asText().equals(id))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static JsonNode callsOf(JsonNode order, String event) {
        return StreamSupport.stream(order.path("history").spliterator(), false)
                .filter(entry -> entry.path("event").asText().equals(event))
                .map(entry -> entry.path("calls"))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode order(long seed) {
        return AmazonOrders.seeded(seed)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
    }

    private String place(ObjectNode order) {
        amazon.place(order);
        return order.path("orderId").asText();
    }
}
