package io.fulfillmenthub.bench;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** Buyers place orders all at once, and the hub brings them into Commerce. */
final class Import {

    private static final String SECONDS = """
            select extract(epoch from max(imported_at) - min(received_at))
            from (select imported_at, received_at from orders order by received_at desc limit :orders) newest""";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int SLOWEST_ORDERS_A_SECOND = 10;

    private final BenchWorld world;
    private Runnable watcher = () -> {};

    Import(BenchWorld world) {
        this.world = world;
    }

    /** @param look what to do several times a second meanwhile */
    Import watched(Runnable look) {
        watcher = look;
        return this;
    }

    /** @return the time from the first order that the hub saw to the last that it recorded as imported, and its costs */
    Result run(int orders) {
        long done = imported();
        long invoiced = world.worlds().invoices();
        double hub = world.hubCpuSeconds();
        double database = world.databaseCpuSeconds();
        double sandbox = world.worlds().cpuSeconds();
        world.worlds().place(orders);
        world.console().post("/api/sync", Map.of());
        Awaitility.await("the orders are imported; see target/bench/hub-*.log")
                .atMost(PATIENCE.plusSeconds(orders / SLOWEST_ORDERS_A_SECOND))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    watcher.run();
                    return world.worlds().invoices() >= invoiced + orders && imported() >= done + orders;
                });
        hub = world.hubCpuSeconds() - hub;
        database = world.databaseCpuSeconds() - database;
        sandbox = world.worlds().cpuSeconds() - sandbox;
        double seconds = world.ledger()
                .sql(SECONDS)
                .param("orders", orders)
                .query(Double.class)
                .single();
        return new Result(orders, seconds, hub / orders, database / orders, sandbox / orders);
    }

    private long imported() {
        return world.ledger()
                .sql("select count(*) from orders where state = 'IMPORTED'")
                .query(Long.class)
                .single();
    }

    /** Processor times are in seconds an order. */
    record Result(int orders, double seconds, double hubCpu, double databaseCpu, double sandboxCpu) {}
}
