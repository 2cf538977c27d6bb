package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonQuotas;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.Calls;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Faults;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A burst of orders against Amazon's documented limits, 150 times faster than Amazon's. */
class QuotaScenarioTest {

    private static final int ORDERS = 2_700;
    private static final double FACTOR = 150;
    private static final double RATE = 0.0056 * FACTOR;
    private static final int BURST = 20;

    private static HubWorld world;
    private static AmazonWorld amazon;
    private static Calls calls;

    @BeforeAll
    static void open() {
        world = HubWorld.prepare(
                settings(), Map.of("sandbox.amazon.quotas", "documented", "sandbox.amazon.quota-factor", FACTOR));
        amazon = world.sandbox().bean(AmazonWorld.class);
        calls = world.sandbox().bean(Calls.class);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void usesTheBurstThenExactlyTheSustainedRateAndCausesNoRefusal() throws SchedulerException {
        place(ORDERS, "UNSHIPPED");
        long begun = System.nanoTime();
        world.startHub();

        // scheduled once in four minutes, the poll goes on whenever the next request is there
        awaitReceived("us", ORDERS);
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(searches()).isBetween(25L + 1, (long) (2 * BURST + RATE * seconds + 2));
        assertThat(refusals()).isZero();
        assertThat(sql(
                        "select rate from quota_buckets where account_id = 'us' and operation = 'search-orders'",
                        Double.class))
                .as("learnt from x-amzn-RateLimit-Limit")
                .isEqualTo(RATE);

        restartingDoesNotFillTheBucket();
        aRefusalPausesOneAccountOnly();
    }

    private static void restartingDoesNotFillTheBucket() {
        world.stopHubs();
        place(300, "UNSHIPPED");
        world.startHub();
        awaitReceived("us", ORDERS + 300);
        assertThat(refusals()).isZero();
    }

    private static void aRefusalPausesOneAccountOnly() throws SchedulerException {
        Faults faults = world.sandbox().bean(Faults.class);
        faults.add(Fault.of("amazon", "search-orders", Fault.Kind.STATUS)
                .answering(429, "application/json", "{\"errors\":[{\"code\":\"QuotaExceeded\",\"message\":\"\"}]}"));
        poll("us");
        Awaitility.await().until(() -> faults.remaining().isEmpty());
        ObjectNode order = AmazonOrders.seeded(9).in("A1VC38T7YXB528").lines(1).next();
        amazon.place(order);
        place(1, "UNSHIPPED");

        poll("jp");

        awaitReceived("jp", 1);
        Awaitility.await()
                .until(() -> sql("select count(*) from quota_buckets where paused_until is not null", Long.class) == 1);
        assertThat(sql("select account_id from quota_buckets where paused_until is not null", String.class))
                .isEqualTo("us");
    }

    private static void poll(String account) throws SchedulerException {
        world.bean(Scheduler.class).triggerJob(new JobKey("order-poll-" + account, "hub"));
    }

    private static int seed = 100;

    private static void place(int number, String status) {
        List<ObjectNode> orders =
                AmazonOrders.seeded(seed++).status(status).lines(1).next(number);
        orders.forEach(amazon::place);
    }

    private static void awaitReceived(String account, long number) {
        Awaitility.await(account)
                .atMost(Duration.ofSeconds(120))
                .until(() ->
                        sql("select count(*) from orders where account_id = '" + account + "'", Long.class) == number);
    }

    private static <T> T sql(String query, Class<T> type) {
        return world.bean(JdbcClient.class).sql(query).query(type).single();
    }

    private static long searches() {
        return calls.of("amazon", "search-orders");
    }

    private static long refusals() {
        return world.sandbox().bean(AmazonQuotas.class).refusals();
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("hub.poll.orders", "PT4M");
        settings.put("hub.dispatch-interval", "PT1H");
        settings.put("amazon.rate-limits.search-orders.rate", RATE / 2);
        settings.put("amazon.rate-limits.search-orders.burst", BURST);
        settings.put("amazon.rate-limits.get-order.rate", 0.5 * FACTOR);
        settings.put("amazon.rate-limits.get-order.burst", 30);
        return settings;
    }
}
