package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.Calls;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Fault.Kind;
import io.fulfillmenthub.sandbox.Faults;
import io.fulfillmenthub.sandbox.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dead sides, orders that fail for ever and orders that hang: who waits, who goes on, and what health says. */
class FailurePolicyScenarioTest {

    private static final AtomicInteger SEEDS = new AtomicInteger(110_000);
    private static final int ATTEMPTS = 3;

    private static HubWorld world;
    private static AmazonWorld amazon;
    private static Faults faults;
    private static Calls calls;
    private static Shop shop;
    private static Hub hub;
    private static JdbcClient ledger;

    @BeforeAll
    static void open() {
        world = HubWorld.start(Map.of("hub.retry.max-attempts", ATTEMPTS));
        amazon = world.sandbox().bean(AmazonWorld.class);
        faults = world.sandbox().bean(Faults.class);
        calls = world.sandbox().bean(Calls.class);
        shop = new Shop(world.sandbox().baseUrl());
        hub = new Hub(world.hubUrl());
        ledger = world.bean(JdbcClient.class);
    }

    @AfterEach
    void mend() {
        faults.clear();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void aDeadShopIsTriedByOneOrderAtATimeAndCostsNoOrderAnAttempt() {
        faults.add(down("commerce", "*"));
        List<String> ids = place(amazon, 8);
        await(() -> failures("commerce") >= ids.size());
        long asked = askedForOrders();
        int failures = failures("commerce");

        await(() -> failures("commerce") >= failures + 2);
        assertThat(failures("commerce-shipments")).isPositive();

        assertThat(askedForOrders() - asked)
                .as("calls for two more failures: each tried and repeated once, and one may be under way")
                .isLessThanOrEqualTo(2 * 2 + 2);
        JsonNode health = hub.get("/actuator/health").path("components");
        assertThat(health.at("/commerce/status").asText()).isEqualTo("DOWN");
        assertThat(health.at("/commerce/details/commerce/failingSince").asText())
                .isNotEmpty();
        assertThat(health.at("/amazon/status").asText()).isEqualTo("UP");
        assertThat(ids).noneMatch(id -> state(hub, id).equals("NEEDS_ATTENTION"));

        faults.clear();

        ids.forEach(id -> hub.await("us", id, "IMPORTED"));
        assertThat(ids).allSatisfy(id -> assertThat(shop.orders(id)).hasSize(1));
        await(() -> hub.get("/actuator/health")
                .at("/components/commerce/status")
                .asText()
                .equals("UP"));
    }

    @Test
    void aDeadAmazonMovesNoCursorAndStopsNothingInCommerce() {
        String imported = place(amazon, 1).get(0);
        hub.await("us", imported, "IMPORTED");
        faults.add(down("amazon", "search-orders"));
        await(() -> failures("amazon-orders/us") >= 5);
        List<String> position = position();
        List<String> ids = place(amazon, 3);

        await(() -> failures("amazon-orders/us") >= 8);

        JsonNode health = hub.get("/actuator/health").path("components");
        assertThat(position()).isEqualTo(position);
        assertThat(health.at("/amazon/status").asText()).isEqualTo("DOWN");
        JsonNode lane = health.at("/amazon/details").path("amazon-orders/us");
        assertThat(lane.path("failingSince").asText()).isNotEmpty();
        assertThat(lane.path("lastError").asText()).startsWith("Amazon gave no clear answer to search-orders");
        assertThat(health.at("/commerce/status").asText()).isEqualTo("UP");
        shop.ship(shop.order(imported).path("entity_id").asLong(), "", Shop.track("ups", "UPS", "1Z999AA10123456784"));
        hub.await("us", imported, "COMPLETED");

        faults.clear();

        ids.forEach(id -> hub.await("us", id, "IMPORTED"));
    }

    @Test
    void anOrderThatFailsForEverIsParkedAfterItsAttemptsAndGoesOnAtRetry() {
        faults.add(Fault.of("commerce", "order-create", Kind.STATUS)
                .answering(500, "application/json", "{\"message\":\"Internal Error\"}")
                .times(-1));
        long before = calls.of("commerce", "order-create", "500");

        String id = place(amazon, 1).get(0);

        JsonNode parked = hub.await("us", id, "NEEDS_ATTENTION");
        assertThat(parked.path("reason").asText()).isEqualTo("OUT_OF_ATTEMPTS");
        assertThat(parked.path("note").asText()).isNotEmpty();
        assertThat(calls.of("commerce", "order-create", "500") - before).isEqualTo(ATTEMPTS);
        assertThat(shop.orders(id)).isEmpty();

        faults.clear();
        hub.post("/api/orders/us/" + id + "/retry");

        hub.await("us", id, "IMPORTED");
        assertThat(shop.orders(id)).hasSize(1);
    }

    @Test
    void anOrderThatHangsAndOneThatIsRefusedHoldUpNobody() {
        faults.add(Fault.of("commerce", "order-create", Kind.HANG_AFTER).delayed(Duration.ofSeconds(50)));
        String hanging = place(amazon, 1).get(0);
        await(() -> faults.held() == 1);
        String refused = place(amazon, order -> {
            order.withArray("orderItems")
                    .forEach(line -> ((ObjectNode) line.path("product")).put("sellerSku", "NOBODY-SELLS-THIS"));
            return order;
        });

        List<String> others = place(amazon, 20);

        others.forEach(id -> hub.await("us", id, "IMPORTED"));
        assertThat(hub.await("us", refused, "NEEDS_ATTENTION").path("reason").asText())
                .isEqualTo("PRODUCT_UNKNOWN");
        assertThat(state(hub, hanging)).isNotIn("IMPORTED", "NEEDS_ATTENTION");

        faults.release();

        hub.await("us", hanging, "IMPORTED");
        assertThat(shop.orders(hanging)).hasSize(1);
    }

    @Test
    void ordersWaitForAShopWhosePortIsClosedAndGoOnByThemselves() {
        int port = closedPort();
        String url = "http://127.0.0.1:" + port;
        try (HubWorld cut = HubWorld.start(
                Map.of("hub.retry.max-attempts", ATTEMPTS, "commerce.base-url", url + "/sandbox/commerce"))) {
            Hub cutOff = new Hub(cut.hubUrl());
            List<String> ids = place(cut.sandbox().bean(AmazonWorld.class), 6);
            await(() -> cutOff.get("/actuator/health")
                    .at("/components/commerce/details/commerce-shipments/lastError")
                    .asText()
                    .startsWith("Commerce cannot be reached for search-shipments"));
            await(() -> count(cut.bean(JdbcClient.class), "commerce") >= 6);
            assertThat(ids).noneMatch(id -> state(cutOff, id).equals("NEEDS_ATTENTION"));

            try (SandboxServer late = SandboxServer.start(port, Map.of())) {
                Shop open = new Shop(late.baseUrl());
                open.restock(100_000);
                ids.forEach(id -> cutOff.await("us", id, "IMPORTED"));
                assertThat(ids).allSatisfy(id -> assertThat(open.orders(id)).hasSize(1));
                cut.stopHubs();
            }
        }
    }

    private static Fault down(String side, String operation) {
        return Fault.of(side, operation, Kind.STATUS)
                .answering(503, "text/html", "<html><body>Maintenance</body></html>")
                .times(-1);
    }

    private static List<String> place(AmazonWorld amazon, int number) {
        List<String> ids = new ArrayList<>();
        for (int order = 0; order < number; order++) {
            ids.add(place(amazon, UnaryOperator.identity()));
        }
        return ids;
    }

    private static String place(AmazonWorld amazon, UnaryOperator<ObjectNode> change) {
        ObjectNode order = AmazonOrders.seeded(SEEDS.incrementAndGet())
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
        return amazon.place(change.apply(order)).path("orderId").asText();
    }

    private static String state(Hub hub, String id) {
        return hub.order("us", id).path("state").asText();
    }

    /** @return how many calls Commerce got, other than by the polls of shipments and cancelled orders, which have their schedule */
    private static long askedForOrders() {
        Map<String, Map<String, Long>> commerce = calls.all().get("commerce");
        return commerce.keySet().stream()
                .filter(operation -> !Set.of("shipment-search", "order-search").contains(operation))
                .mapToLong(operation -> calls.of("commerce", operation))
                .sum();
    }

    private static int failures(String lane) {
        return count(ledger, lane);
    }

    private static int count(JdbcClient ledger, String lane) {
        return ledger.sql("select coalesce(max(failures), 0) from lanes where lane = ?")
                .param(lane)
                .query(Integer.class)
                .single();
    }

    private static List<String> position() {
        return ledger.sql(
                        "select position::text || coalesce(page_token, '') from lanes where lane = 'amazon-orders/us'")
                .query(String.class)
                .list();
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(condition);
    }
}
