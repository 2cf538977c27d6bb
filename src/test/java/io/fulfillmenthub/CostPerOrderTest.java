package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.Calls;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an import costs in calls, statements and memory; times are in the benchmark. */
class CostPerOrderTest {

    private static final int ORDERS = 60;
    /** Aliases of SKUs that other hubs may have got. */
    private static final int ONCE_A_SECOND = 10;

    private static final long MOST_BYTES = 2_000_000;
    private static final String WORKERS = "order-";

    private static final CountedStatements STATEMENTS = new CountedStatements();
    private static HubWorld world;
    private static AmazonWorld amazon;
    private static Calls calls;
    private static int seed;

    @BeforeAll
    static void open() {
        world = HubWorld.prepare(Map.of("hub.orders.parallelism", 4, "hub.poll.shipments", "PT1H"));
        world.startHub(context -> context.getBeanFactory().addBeanPostProcessor(STATEMENTS));
        amazon = world.sandbox().bean(AmazonWorld.class);
        calls = world.sandbox().bean(Calls.class);
        place("MERCHANT", "UNSHIPPED", ORDERS);
        Awaitility.await("the hourly search for orders that were cancelled in Commerce is over")
                .until(() -> importCalls().containsKey("order-search"));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void forget() {
        calls.clear();
        STATEMENTS.forget();
    }

    @Test
    void aMerchantFulfilledOrderCostsTwoCallsAndThreeStatements() {
        place("MERCHANT", "UNSHIPPED", ORDERS);

        assertThat(importCalls())
                .containsEntry("order-create", (long) ORDERS)
                .containsEntry("invoice-create", (long) ORDERS)
                .hasSize(2);
        assertThat(STATEMENTS.of(WORKERS)).isBetween(3L * ORDERS, 3L * ORDERS + ONCE_A_SECOND);
    }

    @Test
    void anOrderThatAmazonShipsCostsOneCall() {
        place("AMAZON", "SHIPPED", ORDERS);

        assertThat(importCalls()).containsEntry("order-create", (long) ORDERS).hasSize(1);
    }

    @Test
    void anImportMakesNoMoreGarbageThanItsLimit() {
        long before = allocated();
        place("MERCHANT", "UNSHIPPED", ORDERS);

        assertThat((allocated() - before) / ORDERS).isBetween(1L, MOST_BYTES);
    }

    private static void place(String fulfilledBy, String status, int orders) {
        AmazonOrders.seeded(71_000 + seed++)
                .in("ATVPDKIKX0DER")
                .fulfilledBy(fulfilledBy)
                .status(status)
                .lines(1)
                .next(orders)
                .forEach(amazon::place);
        long before = (long) orders * seed;
        Awaitility.await("all are imported")
                .atMost(Duration.ofMinutes(1))
                .until(() -> world.bean(JdbcClient.class)
                                .sql("select count(*) from orders where imported_at is not null")
                                .query(Long.class)
                                .single()
                        == before);
    }

    private static Map<String, Long> importCalls() {
        Map<String, Long> counts = new LinkedHashMap<>();
        calls.all()
                .getOrDefault("commerce", Map.of())
                .forEach((operation, outcomes) -> counts.put(
                        operation,
                        outcomes.values().stream().mapToLong(Long::longValue).sum()));
        return counts;
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] workers = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().startsWith(WORKERS))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
        return Arrays.stream(threads.getThreadAllocatedBytes(workers)).sum();
    }
}
