package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.Calls;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that no window of the usual poll shows are found all the same. */
class CompletenessScenarioTest {

    private static final String LANE = "lane = 'amazon-orders/us'";

    private static HubWorld world;
    private static AmazonWorld amazon;
    private static Hub hub;

    @BeforeAll
    static void open() {
        world = HubWorld.start(Map.of("hub.poll.sweep", "PT1S", "hub.poll.stale-after", "PT0.5S"));
        amazon = world.sandbox().bean(AmazonWorld.class);
        hub = new Hub(world.hubUrl());
        hub.await("us", place(order(1)), "IMPORTED");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @AfterEach
    void mend() {
        world.sandbox().bean(Faults.class).clear();
    }

    @Test
    void findsAnOrderThatAmazonListsAnHourLate() {
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        ObjectNode late = AmazonOrders.seeded(2).at(hourAgo).lines(1).next();
        amazon.keep(late);

        hub.await("us", late.path("orderId").asText(), "IMPORTED");

        assertThat(moment("select position from lanes where " + LANE)).isAfter(hourAgo);
    }

    @Test
    void asksForAnOrderWhoseChangeWasNeverListed() {
        ObjectNode pending = AmazonOrders.seeded(3)
                .at(Instant.now().minus(Duration.ofDays(5)))
                .status("PENDING")
                .lines(1)
                .next();
        String id = place(pending);
        hub.await("us", id, "WAITING");

        world.sandbox()
                .bean(Faults.class)
                .add(Fault.of("amazon", "search-orders", Fault.Kind.STATUS)
                        .answering(
                                200,
                                "application/json",
                                "{\"orders\":[],\"lastUpdatedBefore\":\"" + Instant.now() + "\"}")
                        .times(-1));
        amazon.verify(id);

        hub.await("us", id, "IMPORTED");
        assertThat(world.sandbox().bean(Calls.class).of("amazon", "get-order")).isPositive();
    }

    @Test
    void startsTheWindowAnewWhenATokenLeadsInACircle() {
        String page =
                "{\"orders\":[],\"pagination\":{\"nextToken\":\"circle\"},\"lastUpdatedBefore\":\"2026-11-20T10:00:00Z\"}";
        world.sandbox()
                .bean(Faults.class)
                .add(Fault.of("amazon", "search-orders", Fault.Kind.STATUS)
                        .answering(200, "application/json", page)
                        .times(12));

        hub.await("us", place(order(4)), "IMPORTED");

        assertThat(world.sandbox().bean(Faults.class).remaining()).isEmpty();
    }

    @Test
    void goesOnWithAnInterruptedWindowAfterARestartAndWithANewOneWhenItsTokenHasExpired() {
        hub.await("us", place(order(5)), "IMPORTED");
        world.stopHubs();
        Instant before = Instant.now().minus(Duration.ofMinutes(30));
        JdbcClient.create(TestDatabase.at(world.databaseUrl()))
                .sql("update lanes set window_start = ?, page_token = 'expired', page_token_at = now() where " + LANE)
                .param(java.sql.Timestamp.from(before))
                .update();
        ObjectNode missed = AmazonOrders.seeded(6)
                .at(Instant.now().minus(Duration.ofMinutes(20)))
                .lines(1)
                .next();
        amazon.keep(missed);

        world.startHub();
        hub = new Hub(world.hubUrl());

        hub.await("us", missed.path("orderId").asText(), "IMPORTED");
        Awaitility.await()
                .until(() -> world.bean(JdbcClient.class)
                                .sql("select count(*) from lanes where page_token is not null")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private static Instant moment(String query) {
        return world.bean(JdbcClient.class)
                .sql(query)
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }

    private static ObjectNode order(long seed) {
        return AmazonOrders.seeded(seed).lines(1).next();
    }

    private static String place(ObjectNode order) {
        amazon.place(order);
        return order.path("orderId").asText();
    }
}
