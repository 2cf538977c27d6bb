package io.fulfillmenthub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.MeasuredPage;
import io.fulfillmenthub.console.SampleOrder;
import io.fulfillmenthub.ledger.MillionOrders;
import io.fulfillmenthub.ledger.SealingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What an order costs when a thousand and when a million are in the ledger already, and what many at once need:
 * {@code ./mvnw -Pbench verify -Dbench.only=Growth}. {@code -Dbench.ledgers=1000,100000} takes other sizes,
 * {@code -Dbench.orders=50000} says how many come at once.
 */
class GrowthBenchmark {

    private static final SealingKey KEY = new SealingKey("bench", "a secret for benchmarks, and only for benchmarks");
    private static final Map<String, Object> SETTINGS = Map.of(
            "hub.orders.parallelism",
            32,
            "hub.encryption.keys[0].id",
            KEY.id(),
            "hub.encryption.keys[0].secret",
            KEY.secret(),
            "hub.privacy.retention",
            "P7D");
    private static final List<Integer> LEDGERS = Stream.of(
                    System.getProperty("bench.ledgers", "1000,1000000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int AT_ONCE = Integer.getInteger("bench.orders", 5_000);
    private static final int QUARTERS = 4;

    @Test
    void tellsWhatAnOrderCostsInAGrownLedger() {
        List<Map<String, Double>> sizes = new ArrayList<>();
        try (BenchWorld world = new BenchWorld()) {
            for (int orders : LEDGERS) {
                fill(world, orders);
                sizes.add(new GrownLedger(world, SETTINGS).measure());
                System.out.println(orders + ": " + sizes.get(sizes.size() - 1));
                world.stopHubs();
            }
        }
        MeasuredPage.PERFORMANCE.replace("growth", table(sizes));
        assertThat(sizes).hasSameSizeAs(LEDGERS);
    }

    @Test
    void tellsWhatManyOrdersAtOnceNeed() {
        MemoryCourse course;
        try (BenchWorld world = new BenchWorld()) {
            world.worlds().clear();
            world.newDatabase();
            world.joinHub(Launch.shipped().with(MemoryCourse.FLAG), SETTINGS);
            course = new MemoryCourse(world.hub());
            for (int quarter = 1; quarter <= QUARTERS; quarter++) {
                new Import(world).watched(course::look).run(AT_ONCE / QUARTERS);
                course.mark(quarter * AT_ONCE / QUARTERS);
            }
        }
        MeasuredPage.PERFORMANCE.replace("memory", course.table());
        assertThat(course.mostResident()).isPositive();
    }

    /** The shop and the hub start anew; orders that were there before are at their end. */
    private static void fill(BenchWorld world, int orders) {
        world.worlds().clear();
        world.startHub(SETTINGS);
        world.stopHubs();
        MillionOrders.sealedWith(KEY).fill(world.ledger(), orders, SampleOrder.WITH_TWO_ITEMS);
        world.ledger()
                .sql("update orders set state = 'COMPLETED', amazon_status = 'SHIPPED'"
                        + " where state in ('WAITING', 'IMPORTED', 'SHIPPED', 'NEEDS_ATTENTION')")
                .update();
        world.ledger().sql("vacuum analyze orders").update();
    }

    private static String table(List<Map<String, Double>> sizes) {
        Map<String, Double> small = sizes.get(0);
        Map<String, Double> large = sizes.get(sizes.size() - 1);
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "| with so many orders in the ledger | %,d | %,d | ratio |%n|---|---:|---:|---:|%n",
                LEDGERS.get(0),
                LEDGERS.get(LEDGERS.size() - 1)));
        small.forEach((what, figure) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %s |%n",
                what,
                figure,
                large.get(what),
                ratio(figure, large.get(what)))));
        return table.toString();
    }

    private static String ratio(double small, double large) {
        return small == 0 ? "" : String.format(Locale.ROOT, "%.2f", large / small);
    }
}
