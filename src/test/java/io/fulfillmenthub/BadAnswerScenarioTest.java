package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers and orders that are valid HTTP and nothing else: none loses an order, none stops the others. */
class BadAnswerScenarioTest {

    private static final Set<String> DECIDED = Set.of("IMPORTED", "NEEDS_ATTENTION");

    private static AmazonWorld amazon;
    private static Faults faults;
    private static Shop shop;
    private static Hub hub;
    private static JdbcClient ledger;

    @BeforeAll
    static void open() {
        HubWorld world = HubWorld.shared();
        amazon = world.sandbox().bean(AmazonWorld.class);
        faults = world.sandbox().bean(Faults.class);
        shop = new Shop(world.sandbox().baseUrl());
        hub = new Hub(world.hubUrl());
        ledger = world.bean(JdbcClient.class);
    }

    @AfterEach
    void mend() {
        faults.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "truncated", "huge", "deep", "array", "null"})
    void survivesAnswersOfAmazonThatAreNoPage(String kind) {
        faults.add(answer("amazon", "search-orders", Fault.Kind.STATUS, kind));

        String id = place(AmazonOrders.seeded(kind.hashCode()).lines(1).next());

        hub.await("us", id, "IMPORTED");
        assertThat(faults.remaining()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "truncated", "huge", "deep", "array", "null"})
    void neverDoublesAnOrderWhoseCreationCommerceAnswersWithNonsense(String kind) {
        faults.add(answer("commerce", "order-create", Fault.Kind.STATUS_AFTER, kind));

        String id = place(AmazonOrders.seeded(1 + kind.hashCode()).lines(1).next());

        hub.await("us", id, "IMPORTED");
        assertThat(shop.orders(id)).hasSize(1);
    }

    @Test
    void saysThatAnAnswerIsTooLarge() {
        faults.add(answer("amazon", "search-orders", Fault.Kind.STATUS, "huge").times(7));
        String id = place(AmazonOrders.seeded(7001).lines(1).next());

        hub.await("us", id, "IMPORTED");
        Awaitility.await().until(() -> faults.remaining().isEmpty());

        assertThat(ledger.sql("select operation || ' ' || code from remote_errors")
                        .query(String.class)
                        .list())
                .anyMatch(error -> error.startsWith("search-orders AnswerTooLarge"));
    }

    @Test
    void decidesEveryOrderWhateverItsTextsSay() {
        List<String> ids = new ArrayList<>();
        for (String text : HostileOrders.texts()) {
            ObjectNode order = AmazonOrders.seeded(8000 + ids.size()).lines(1).next();
            HostileOrders.spoilTexts(order, text);
            ids.add(place(order));
        }

        List<JsonNode> decided = ids.stream().map(this::decided).toList();

        assertThat(decided.stream().filter(order -> "IMPORTED".equals(state(order))))
                .hasSizeGreaterThan(ids.size() / 2);
        assertThat(decided.stream().filter(order -> "NEEDS_ATTENTION".equals(state(order))))
                .extracting(order -> order.path("reason").asText())
                .isSubsetOf("ADDRESS_REFUSED", "ADDRESS_MISSING", "ORDER_UNREADABLE");
    }

    @Test
    void setsOrdersOfAnyShapeAsideWithoutStoppingTheOthers() {
        for (int i = 0; i < 60; i++) {
            ObjectNode order = HostileOrders.order(i, 0.1);
            order.put("orderId", "222-0000000-%07d".formatted(i)).remove("lastUpdatedTime");
            order.put("createdTime", "2026-11-20T10:00:00Z");
            order.putObject("salesChannel").put("channelName", "AMAZON").put("marketplaceId", "ATVPDKIKX0DER");
            amazon.place(order);
        }
        String usual = place(AmazonOrders.seeded(7002).lines(1).next());

        hub.await("us", usual, "IMPORTED");

        for (int i = 0; i < 60; i++) {
            JsonNode order = settled("222-0000000-%07d".formatted(i));
            assertThat(order.path("reason").asText()).isNotEqualTo("HUB_ERROR");
        }
    }

    private static Fault answer(String side, String operation, Fault.Kind kind, String body) {
        return Fault.of(side, operation, kind).answering(200, "application/json", BODIES.get(body));
    }

    private static final Map<String, String> BODIES = Map.of(
            "html", "<html><body>Login</body></html>",
            "truncated", "{\"orders\":[{\"orderId\":\"1",
            "huge", "{\"orders\":[],\"items\":[],\"rest\":\"" + "x".repeat(20_000_000) + "\"}",
            "deep", "{\"orders\":" + "[".repeat(100_000),
            "array", "[]",
            "null", "null");

    private JsonNode decided(String id) {
        return Awaitility.await(id)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .until(() -> hub.order("us", id), order -> DECIDED.contains(state(order)));
    }

    private JsonNode settled(String id) {
        return Awaitility.await(id)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .until(
                        () -> hub.order("us", id),
                        order -> !order.path("state").isMissingNode()
                                && !Set.of("READY", "IMPORTING").contains(state(order)));
    }

    private static String state(JsonNode order) {
        return order.path("state").asText();
    }

    private static String place(ObjectNode order) {
        amazon.place(order);
        return order.path("orderId").asText();
    }
}
