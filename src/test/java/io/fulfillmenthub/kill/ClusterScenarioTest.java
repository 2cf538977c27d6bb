package io.fulfillmenthub.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.NoSecondChance;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Fault.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three hubs in JVMs of their own share one PostgreSQL; one is killed, one is frozen and goes on, one is asked to stop. */
@ExtendWith(NoSecondChance.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterScenarioTest {

    private static final double FACTOR = 500;
    private static final int WORKERS = 4;
    private static final Duration LONG_LEASE = Duration.ofMinutes(2);
    private static final String HELD =
            "select count(*) from orders o where locked_until > now() and commerce_order_id is null"
                    + " and (select app from kill_claims c where c.amazon_order_id = o.amazon_order_id order by id desc limit 1) = ?";

    private static KillWorld world;

    @BeforeAll
    static void open() {
        world = new KillWorld(
                settings(), Map.of("sandbox.amazon.quotas", "documented", "sandbox.amazon.quota-factor", FACTOR));
        world.start("hub-a");
        world.start("hub-b");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    @Order(1)
    void oneHubIsKilledAndOneFrozenForLongerThanItsLeaseAndEveryOrderAndShipmentIsThereOnce() {
        List<String> shipped = place(6);
        world.awaitEnd(shipped, Way.IMPORT);
        String early = place("importing");
        String frozen = blocked();
        String killed = frozen.equals("hub-a") ? "hub-b" : "hub-a";
        world.start("hub-c", "-Dcluster.lease=" + LONG_LEASE, "-Dcluster.timeout=60000");
        slow(Kind.LATENCY, Duration.ofMillis(700));
        List<String> orders = place(48);
        shipped.forEach(world::ship);
        patiently("work of both").until(() -> held(frozen) > 2 && held(killed) > 0);

        world.hub(frozen).freeze();
        world.kill(killed);
        world.barriers.release();
        world.faults.clear();
        orders.add(early);
        world.awaitEnd(orders, Way.IMPORT);
        world.awaitEnd(shipped, Way.SHIP);

        world.hub(frozen).thaw();
        awaitLog(frozen, "Nothing was sent");
        awaitLog(frozen, "was lost to another worker");
        orders.forEach(world::ship);
        shipped.addAll(orders);
        world.awaitEnd(shipped, Way.SHIP);
        check(shipped, Way.SHIP);
        assertThat(world.quotas.refusals()).as("answers 429").isZero();
    }

    @Test
    @Order(2)
    void aHubThatIsAskedToStopGivesBackItsWorkWithinTwentySecondsAndTheOtherGoesOnAtOnce() {
        slow(Kind.HANG_AFTER, Duration.ofMinutes(5));
        List<String> orders = place(24);
        patiently("work of hub-c").until(() -> held("hub-c") > WORKERS + 1);

        HubProcess leaving = world.hub("hub-c");
        long asked = System.nanoTime();
        leaving.terminate();
        patiently("the work that had not begun").until(() -> held("hub-c") <= WORKERS);
        assertThat(leaving.alive()).isTrue();

        assertThat(leaving.gone(Duration.ofSeconds(60))).isTrue();
        Duration stop = Duration.ofNanos(System.nanoTime() - asked);
        assertThat(held("hub-c")).as("claims nobody can take over").isZero();
        assertThat(stop).isLessThan(Duration.ofSeconds(20));
        world.faults.clear();
        long begun = System.nanoTime();
        world.awaitEnd(orders, Way.IMPORT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONG_LEASE.dividedBy(2));
        check(orders, Way.IMPORT);
    }

    private static List<String> place(int number) {
        List<ObjectNode> orders = Stream.generate(world::order).limit(number).toList();
        orders.forEach(world.amazon::place);
        return new ArrayList<>(
                orders.stream().map(order -> order.path("orderId").asText()).toList());
    }

    /** Places an order that stops its hub at a statement. */
    private static String place(String point) {
        ObjectNode order = world.order();
        String id = order.path("orderId").asText();
        world.barriers.arm(point, id);
        world.amazon.place(order);
        return id;
    }

    private static String blocked() {
        return patiently("a hub at the barrier")
                .until(world.barriers::blocked, hubs -> hubs.size() == 1)
                .get(0);
    }

    private static void slow(Kind kind, Duration delay) {
        world.faults.add(
                Fault.of("commerce", "order-create", kind).delayed(delay).times(-1));
    }

    private static long held(String hub) {
        return world.barriers.ledger().sql(HELD).param(hub).query(Long.class).single();
    }

    private static void awaitLog(String hub, String words) {
        Path log = world.log(hub);
        patiently(words).untilAsserted(() -> assertThat(log).content().contains(words));
    }

    private static void check(List<String> orders, Way way) {
        Findings findings = new Findings(world);
        orders.forEach(order -> findings.check(order, way));
        assertThat(findings.violations).isEmpty();
    }

    private static ConditionFactory patiently(String what) {
        return Awaitility.await(what).atMost(KillWorld.PATIENCE).pollInterval(Duration.ofMillis(20));
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("hub.lease", "${cluster.lease:PT6S}");
        settings.put("hub.retry.uncertain-wait", "PT2S");
        settings.put("hub.orders.parallelism", WORKERS);
        settings.put("camel.main.shutdown-timeout", 10);
        settings.put("camel.component.http.response-timeout", "${cluster.timeout:3000}");
        settings.put("camel.component.http.so-timeout", "${cluster.timeout:3000}");
        settings.put("spring.datasource.hikari.connection-init-sql", "set idle_in_transaction_session_timeout = '5s'");
        settings.put("spring.quartz.properties.org.quartz.jobStore.clusterCheckinInterval", 1000);
        settings.put("amazon.rate-limits.search-orders.rate", 0.0056 * FACTOR);
        settings.put("amazon.rate-limits.search-orders.burst", 20);
        settings.put("amazon.rate-limits.get-order.rate", 0.5 * FACTOR);
        settings.put("amazon.rate-limits.get-order.burst", 30);
        settings.put("amazon.rate-limits.confirm-shipment.rate", 2 * FACTOR);
        settings.put("amazon.rate-limits.confirm-shipment.burst", 10);
        return settings;
    }
}
