package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmazonSearchTest {

    private static final String US = "ATVPDKIKX0DER";
    private static final String ALL = "BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,"
            + "PACKAGES,TAX,PAYMENT,FULFILLMENT_ORDERS";
    private static final MovableClock CLOCK = new MovableClock();
    private static SandboxServer server;
    private static AmazonWorld world;
    private SandboxCaller us;

    @BeforeAll
    static void start() {
        server = SandboxServer.start(0, Map.of(), CLOCK);
        world = server.bean(AmazonWorld.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void clear() throws IOException {
        world.clear();
        us = new SandboxCaller(server).as("us");
    }

    @Test
    void listsAnUpdateOnlyAfterTwoMinutes() throws IOException {
        world.place(AmazonOrders.seeded(1).next());
        CLOCK.move(Duration.ofSeconds(119));
        assertThat(ids(updated())).isEmpty();

        CLOCK.move(Duration.ofSeconds(1));

        var answer = updated();
        assertThat(ids(answer)).hasSize(1);
        assertThat(answer.json().path("lastUpdatedBefore").asText())
                .isEqualTo(CLOCK.instant().minusSeconds(120).toString());
        assertThat(answer.json().has("createdBefore")).isFalse();
        assertThat(answer.header("x-amzn-RateLimit-Limit")).isEqualTo("0.0056");
    }

    @Test
    void pagesThroughAllOrdersInTheOrderOfTheirUpdates() throws IOException {
        List<String> placed = placed(5);
        Map<String, String> query = query("lastUpdatedAfter", "2026-01-01T00:00:00Z", "maxResultsPerPage", "2");
        List<String> found = new ArrayList<>();

        var page = us.search(query);
        found.addAll(ids(page));
        while (page.json().has("pagination")) {
            query.put(
                    "paginationToken",
                    page.json().path("pagination").path("nextToken").asText());
            query.put("includedData", "FULFILLMENT");
            page = us.search(query);
            found.addAll(ids(page));
        }

        assertThat(found).containsExactlyElementsOf(placed);
        assertThat(page.json().has("pagination")).isFalse();
    }

    @Test
    void locksTheOtherParametersToAPaginationToken() throws IOException {
        placed(3);
        Map<String, String> query = query("lastUpdatedAfter", "2026-01-01T00:00:00Z", "maxResultsPerPage", "2");
        query.put(
                "paginationToken",
                us.search(query).json().path("pagination").path("nextToken").asText());
        Map<String, String> other = new HashMap<>(query);
        other.put("marketplaceIds", US);

        assertThat(us.search(other).status()).isEqualTo(400);
        assertThat(new SandboxCaller(server).as("eu").search(query).status()).isEqualTo(400);
        assertThat(us.search(query).status()).isEqualTo(200);
        CLOCK.move(Duration.ofHours(24).plusMillis(1));
        assertThat(us.as("us").search(query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "createdAfter=TEST_CASE_400",
                "createdAfter=2026-01-01T00:00:00Z&lastUpdatedAfter=2026-01-01T00:00:00Z",
                "createdAfter=2026-01-01T00:00:00Z&lastUpdatedBefore=2026-01-02T00:00:00Z",
                "createdAfter=2026-01-02T00:00:00Z&createdBefore=2026-01-01T00:00:00Z",
                "createdAfter=2026-01-01T00:00:00Z&createdBefore=2100-01-01T00:00:00Z",
                "createdAfter=2026-01-01T00:00:00Z&maxResultsPerPage=101",
                "createdAfter=2026-01-01T00:00:00Z&maxResultsPerPage=0",
                "createdAfter=2026-01-01T00:00:00Z&fulfillmentStatuses=UNSHIPPED,Canceled",
                "createdAfter=2026-01-01T00:00:00Z&includedData=EVERYTHING",
                "createdAfter=2026-01-01T00:00:00Z&fulfilledBy=MFN",
                "createdAfter=2026-01-01T00:00:00Z&paginationToken=foreign"
            })
    void refusesWhatAmazonRefuses(String query) throws IOException {
        var answer = us.get("/sandbox/amazon/orders/2026-01-01/orders?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("code").asText()).isEqualTo("InvalidInput");
        assertThat(answer.header("x-amzn-RateLimit-Limit")).isEqualTo("0.0056");
    }

    @Test
    void showsASellerOnlyItsOwnMarketplaces() throws IOException {
        ObjectNode german = world.place(
                AmazonOrders.seeded(1).in("A1PA6795UKMFR9").at(CLOCK.instant()).next());
        world.place(
                AmazonOrders.seeded(2).in("A1F83G8C2ARO7P").at(CLOCK.instant()).next());
        placed(1);
        SandboxCaller eu = new SandboxCaller(server).as("eu");
        Map<String, String> query = query("createdAfter", "2020-01-01T00:00:00Z");

        assertThat(ids(eu.search(query))).hasSize(2);
        query.put("marketplaceIds", "A1PA6795UKMFR9," + US);
        assertThat(ids(eu.search(query))).containsExactly(german.path("orderId").asText());
        assertThat(us.order(german.path("orderId").asText(), "BUYER").status()).isEqualTo(404);
    }

    @Test
    void filtersByStatusAndParty() throws IOException {
        ObjectNode pending = world.place(
                AmazonOrders.seeded(1).status("PENDING").at(CLOCK.instant()).next());
        ObjectNode byAmazon = world.place(
                AmazonOrders.seeded(2).fulfilledBy("AMAZON").at(CLOCK.instant()).next());
        placed(1);

        assertThat(ids(updated("fulfillmentStatuses", "PENDING,CANCELLED")))
                .containsExactly(pending.path("orderId").asText());
        assertThat(ids(updated("fulfilledBy", "AMAZON")))
                .containsExactly(byAmazon.path("orderId").asText());
    }

    @Test
    void answersAsAmazonsModelSays() throws IOException {
        placed(40);
        var page = updated("includedData", ALL, "maxResultsPerPage", "30");

        assertThat(ids(page)).hasSize(30);
        AmazonModel.assertValid("ErrorList", us.search(query()).json());
        AmazonModel.assertValid("SearchOrdersResponse", page.json());
        AmazonModel.assertValid(
                "GetOrderResponse", us.order(ids(page).get(0), ALL).json());
    }

    private static List<String> placed(int number) {
        List<String> ids = new ArrayList<>();
        AmazonOrders.seeded(7).at(CLOCK.instant()).next(number).forEach(order -> {
            ids.add(world.place(order).path("orderId").asText());
            CLOCK.move(Duration.ofMillis(5));
        });
        CLOCK.move(Duration.ofMinutes(3));
        return ids;
    }

    private SandboxCaller.Answer updated(String... more) throws IOException {
        Map<String, String> query = query(more);
        query.put("lastUpdatedAfter", "2026-01-01T00:00:00Z");
        return us.search(query);
    }

    private static Map<String, String> query(String... pairs) {
        Map<String, String> query = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            query.put(pairs[i], pairs[i + 1]);
        }
        return query;
    }

    private static List<String> ids(SandboxCaller.Answer answer) {
        return StreamSupport.stream(answer.json().path("orders").spliterator(), false)
                .map(order -> order.path("orderId").asText())
                .toList();
    }
}
