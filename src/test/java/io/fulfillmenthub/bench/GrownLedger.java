package io.fulfillmenthub.bench;

import io.fulfillmenthub.Shop;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** What a hub's work costs in a ledger that is filled already: its purge, an order, a poll of shipments. */
final class GrownLedger {

    private static final int WARM_UP = 2_000;
    private static final int ORDERS = 3_000;
    private static final int COUNTED = 500;
    private static final int OPEN = 1_000;
    private static final int POLLS = 10;

    private static final String UNPURGED = """
            select count(*) from orders where purged_at is null and document is not null and coalesce(finished_at,
                case when amazon_status in ('SHIPPED', 'CANCELLED') then last_updated end) < now() - interval '7 days'""";
    private static final String OLDEST = """
            select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0) from pg_stat_activity
            where datname = current_database() and xact_start is not null and application_name <> '%s'""".formatted(Statements.OWN);

    private static final List<String> FORGET_PURGES = List.of(
            "delete from qrtz_simple_triggers where trigger_name = 'order-purge'",
            "delete from qrtz_triggers where trigger_name = 'order-purge'",
            "delete from qrtz_job_details where job_name = 'order-purge'");

    private final BenchWorld world;
    private final Map<String, Object> settings;
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private double longestTransaction;

    GrownLedger(BenchWorld world, Map<String, Object> settings) {
        this.world = world;
        this.settings = settings;
    }

    Map<String, Double> measure() {
        Statements purge = Statements.during(world, this::purge);
        orders();
        shipments();
        figures.put("purge: longest statement, ms", purge.longestMillis());
        figures.put("longest transaction that was seen, ms", 1000 * longestTransaction);
        figures.put("statements that waited for a lock for 0.1 s", (double) purge.waits());
        System.out.println("the purge's longest statement: " + purge.longest());
        return figures;
    }

    /** A hub that finds no schedule of the purge purges what is due at its start. */
    private void purge() {
        double due = count(UNPURGED);
        FORGET_PURGES.forEach(sql -> world.ledger().sql(sql).update());
        world.joinHub(settings);
        double database = world.databaseCpuSeconds();
        Awaitility.await("what is due is purged; see target/bench/hub-*.log")
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    longestTransaction = Math.max(
                            longestTransaction,
                            world.ledger().sql(OLDEST).query(Double.class).single());
                    return count(UNPURGED) == 0;
                });
        figures.put("purge: orders whose time was over", due);
        figures.put("purge: PostgreSQL, ms", 1000 * (world.databaseCpuSeconds() - database));
    }

    private void orders() {
        new Import(world).run(WARM_UP);
        Import.Result result = new Import(world).run(ORDERS);
        figures.put("hub, ms of processor an order", 1000 * result.hubCpu());
        figures.put("PostgreSQL, ms of processor an order", 1000 * result.databaseCpu());
        figures.put("both", 1000 * (result.hubCpu() + result.databaseCpu()));
        figures.put("orders a second", result.orders() / result.seconds());
        Statements statements = Statements.during(world, () -> new Import(world).run(COUNTED));
        figures.put("statements an order", (double) statements.count() / COUNTED);
        figures.put("longest statement of an import, ms", statements.longestMillis());
    }

    /** Polls with as many open orders as ever: shipped, but still without a tracking number. */
    private void shipments() {
        List<Long> orders = world.ledger()
                .sql(
                        "select commerce_order_id from orders where state = 'IMPORTED' order by commerce_order_id limit :some")
                .param("some", OPEN)
                .query(Long.class)
                .list();
        Shop shop = world.worlds().shop();
        orders.forEach(order -> shop.ship(order, "", ""));
        poll();
        double hub = world.hubCpuSeconds();
        double database = world.databaseCpuSeconds();
        for (int poll = 0; poll < POLLS; poll++) {
            poll();
        }
        figures.put(
                "a poll of %,d shipments without a track: hub, ms".formatted(OPEN), each(world.hubCpuSeconds() - hub));
        figures.put("the same: PostgreSQL, ms", each(world.databaseCpuSeconds() - database));
    }

    private static double each(double seconds) {
        return 1000 * seconds / POLLS;
    }

    private void poll() {
        world.ledger()
                .sql("update lanes set last_success_at = null where lane = 'commerce-shipments'")
                .update();
        world.console().post("/api/sync", Map.of());
        Awaitility.await("the shipments are read; see target/bench/hub-*.log")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> count(
                                "select count(*) from lanes where lane = 'commerce-shipments' and last_success_at is not null")
                        == 1);
    }

    private double count(String sql) {
        return world.ledger().sql(sql).query(Double.class).single();
    }
}
