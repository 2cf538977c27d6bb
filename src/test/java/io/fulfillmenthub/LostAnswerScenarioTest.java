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
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are lost, late, broken or not Commerce's and Amazon's own: each thing happens once all the same. */
@ExtendWith(NoSecondChance.class)
class LostAnswerScenarioTest {

    private static final String US = "ATVPDKIKX0DER";
    private static final String HTML = "<html><body>Bad gateway</body></html>";
    private static final AtomicInteger SEEDS = new AtomicInteger(70_000);

    private static Map<String, HubWorld> worlds;

    @BeforeAll
    static void open() {
        worlds = Map.of("commerce", world("commerce"), "amazon", world("amazon"));
    }

    @AfterEach
    void mend() {
        worlds.values().forEach(world -> world.sandbox().bean(Faults.class).clear());
    }

    @AfterAll
    static void close() {
        worlds.values().forEach(HubWorld::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"commerce", "amazon"})
    void createsAnOrderOnceWhateverBecomesOfTheAnswer(String numbers) {
        Side side = new Side(worlds.get(numbers));
        side.spoil("commerce", "order-create");

        List<String> orders = side.place(9);

        orders.forEach(order -> side.hub.await("us", order, "IMPORTED"));
        assertThat(side.faults.remaining()).isEmpty();
        assertThat(orders)
                .allSatisfy(order -> assertThat(side.shop.orders(order)).hasSize(1));
        assertThat(orders)
                .allSatisfy(
                        order -> assertThat(side.documents("invoices", order)).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"commerce", "amazon"})
    void invoicesAnOrderOnceWhateverBecomesOfTheAnswer(String numbers) {
        Side side = new Side(worlds.get(numbers));
        side.spoil("commerce", "invoice-create");

        List<String> orders = side.place(9);

        orders.forEach(order -> side.hub.await("us", order, "IMPORTED"));
        assertThat(side.faults.remaining()).isEmpty();
        assertThat(orders).allSatisfy(order -> {
            assertThat(side.documents("invoices", order)).isEqualTo(1);
            assertThat(amount(side.shop.order(order), "total_invoiced"))
                    .isEqualByComparingTo(amount(side.shop.order(order), "grand_total"));
        });
    }

    @Test
    void refundsAnOrderOnceWhateverBecomesOfTheAnswer() {
        Side side = new Side(worlds.get("commerce"));
        List<String> orders = side.place(8);
        orders.forEach(order -> side.hub.await("us", order, "IMPORTED"));
        side.spoil("commerce", "order-refund");

        orders.forEach(side.amazon::cancel);

        orders.forEach(order -> side.hub.await("us", order, "CANCELLED"));
        assertThat(side.faults.remaining()).isEmpty();
        assertThat(orders).allSatisfy(order -> {
            assertThat(side.documents("creditmemos", order)).isEqualTo(1);
            assertThat(side.shop.order(order).path("state").asText()).isEqualTo("closed");
        });
    }

    @Test
    void confirmsAParcelOnceWhateverBecomesOfTheAnswer() {
        Side side = new Side(worlds.get("commerce"));
        List<String> orders = side.place(9);
        orders.forEach(order -> side.hub.await("us", order, "IMPORTED"));
        side.spoil("amazon", "confirm-shipment");
        side.faults.add(status("amazon", "confirm-shipment", 429, "{\"errors\":[{\"code\":\"QuotaExceeded\"}]}"));
        side.faults.add(expired("confirm-shipment"));
        side.faults.add(status("amazon", "get-order", 500, "{}"));

        orders.forEach(side::ship);

        orders.forEach(order -> side.hub.await("us", order, "COMPLETED"));
        assertThat(side.faults.remaining()).isEmpty();
        assertThat(orders).allSatisfy(order -> {
            assertThat(new HashSet<>(side.amazon.confirmations(order))).hasSize(1);
            assertThat(side.amazon.find(order).orElseThrow().path("packages")).hasSize(1);
        });
    }

    @Test
    void missesNoOrderWhateverBecomesOfASearch() {
        Side side = new Side(worlds.get("commerce"));
        side.spoil("amazon", "search-orders");
        side.faults.add(status("amazon", "search-orders", 429, "{\"errors\":[{\"code\":\"QuotaExceeded\"}]}"));
        side.faults.add(Fault.of("amazon", "search-orders", Kind.STATUS).answering(400, "text/html", HTML));
        side.faults.add(expired("search-orders"));

        List<String> orders = side.place(2);

        orders.forEach(order -> side.hub.await("us", order, "IMPORTED"));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> side.faults.remaining().isEmpty());
        assertThat(orders)
                .allSatisfy(order -> assertThat(side.shop.orders(order)).hasSize(1));
    }

    @Test
    void missesNoOrderThoughAmazonRepeatsAPageToken() {
        Side side = new Side(worlds.get("commerce"));
        String page = "{\"orders\":[],\"pagination\":{\"nextToken\":\"always-the-same\"},"
                + "\"lastUpdatedBefore\":\"2026-01-01T00:00:00Z\"}";
        side.faults.add(status("amazon", "search-orders", 200, page).times(3));

        String order = side.place(1).get(0);

        side.hub.await("us", order, "IMPORTED");
        assertThat(side.shop.orders(order)).hasSize(1);
    }

    @Test
    void importsAnOrderOnceThoughAmazonShowsItOnTwoPages() {
        Side side = new Side(worlds.get("commerce"));
        JsonNode order = side.amazon.place(side.order());
        String id = order.path("orderId").asText();
        String page = "{\"orders\":[%1$s,%1$s],\"pagination\":{%2$s},\"lastUpdatedBefore\":\"2026-01-01T00:00:00Z\"}";
        side.faults.add(status("amazon", "search-orders", 200, page.formatted(order, "\"nextToken\":\"page-2\""))
                .times(2));
        side.faults.add(status("amazon", "search-orders", 200, page.formatted(order, ""))
                .times(2));

        side.hub.await("us", id, "IMPORTED");

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> side.faults.remaining().isEmpty());
        assertThat(side.shop.orders(id))
                .as("the other account may be shown the pages too, as an order of its own store")
                .filteredOn(created -> created.path("store_id").asInt() == 1)
                .hasSize(1);
    }

    @Test
    void neverCreatesAnOrderThatAmazonCancelledWhileItsCreationWasUncertain() {
        Side side = new Side(worlds.get("commerce"));
        side.faults.add(Fault.of("commerce", "order-create", Kind.RESET).times(-1));
        String id = side.place(1).get(0);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> side.calls.of("commerce", "order-create", "reset") > side.resets);

        side.amazon.cancel(id);

        side.hub.await("us", id, "CANCELLED");
        assertThat(side.shop.orders(id)).isEmpty();
    }

    @Test
    void settlesAnOrderThatAmazonCancelledWhileItsCreationWasUncertainThoughItHappened() {
        Side side = new Side(worlds.get("commerce"));
        side.faults.add(Fault.of("commerce", "order-search", Kind.STATUS).times(-1));
        side.faults.add(Fault.of("commerce", "order-create", Kind.RESET_AFTER));
        String id = side.place(1).get(0);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> side.calls.of("commerce", "order-create", "reset") > side.resets);
        side.amazon.cancel(id);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        side.hub.order("us", id).path("amazonStatus").asText().equals("CANCELLED"));

        side.faults.clear();

        side.hub.await("us", id, "CANCELLED");
        assertThat(side.shop.order(id).path("state").asText()).isEqualTo("canceled");
        assertThat(side.documents("invoices", id)).isZero();
    }

    private static HubWorld world(String numbers) {
        return HubWorld.start(Map.of(
                "hub.orders.number-source",
                numbers,
                "camel.component.http.response-timeout",
                2000,
                "camel.component.http.so-timeout",
                2000,
                "hub.retry.max-attempts",
                40,
                "hub.retry.uncertain-wait",
                "PT3S"));
    }

    private static Fault status(String side, String operation, int status, String body) {
        return Fault.of(side, operation, Kind.STATUS).answering(status, "application/json", body);
    }

    private static Fault expired(String operation) {
        return status(
                "amazon",
                operation,
                403,
                "{\"errors\":[{\"code\":\"Unauthorized\",\"details\":\"The access token you provided has expired.\"}]}");
    }

    private static BigDecimal amount(JsonNode order, String field) {
        return new BigDecimal(order.path(field).asText());
    }

    /** Everything a scenario needs of one world. */
    private static final class Side {

        private final Faults faults;
        private final AmazonWorld amazon;
        private final Shop shop;
        private final Hub hub;
        private final Calls calls;
        private final long resets;

        Side(HubWorld world) {
            faults = world.sandbox().bean(Faults.class);
            amazon = world.sandbox().bean(AmazonWorld.class);
            calls = world.sandbox().bean(Calls.class);
            shop = new Shop(world.sandbox().baseUrl());
            hub = new Hub(world.hubUrl());
            resets = calls.of("commerce", "order-create", "reset");
        }

        /** Spoils the next seven calls, each in a way of its own; five of them are executed before. */
        void spoil(String side, String operation) {
            Stream.of(Kind.RESET_AFTER, Kind.HANG_AFTER, Kind.STATUS_AFTER, Kind.TRUNCATE, Kind.RESET)
                    .map(kind -> Fault.of(side, operation, kind).delayed(Duration.ofSeconds(20)))
                    .forEach(faults::add);
            faults.add(Fault.of(side, operation, Kind.STATUS_AFTER).answering(502, "text/html", HTML));
            faults.add(Fault.of(side, operation, Kind.STATUS).answering(503, "text/html", HTML));
        }

        List<String> place(int number) {
            return Stream.generate(this::order)
                    .limit(number)
                    .map(amazon::place)
                    .map(order -> order.path("orderId").asText())
                    .toList();
        }

        ObjectNode order() {
            return AmazonOrders.seeded(SEEDS.incrementAndGet())
                    .in(US)
                    .status("UNSHIPPED")
                    .fulfilledBy("MERCHANT")
                    .lines(1)
                    .next();
        }

        void ship(String order) {
            shop.ship(shop.order(order).path("entity_id").asLong(), "", Shop.track("ups", "UPS", "1Z999AA10123456784"));
        }

        int documents(String kind, String order) {
            String field = "searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D";
            return shop.get("/commerce/rest/all/V1/" + kind + "?" + field + "%5Bfield%5D=order_id&" + field
                            + "%5Bvalue%5D="
                            + shop.order(order).path("entity_id").asText())
                    .path("items")
                    .size();
        }
    }
}
