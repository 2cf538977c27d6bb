package io.fulfillmenthub.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.fulfillmenthub.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** What an order and a shipment cost beyond time: calls, statements, memory, and how long one order takes. */
final class Costs {

    private static final int COUNTED = 500;
    private static final int SHIPMENTS = 1_000;

    private static final String WATCH = """
            create table bench_claims (id text primary key, at timestamptz not null);
            create function bench_claim() returns trigger language plpgsql as $$ begin
                insert into bench_claims values (new.amazon_order_id, clock_timestamp())
                on conflict (id) do update set at = excluded.at;
                return null; end $$;
            create trigger bench_claim after update of attempt on orders for each row execute function bench_claim()""";

    private static final String PERCENTILE = """
            select 1000 * percentile_cont(:share) within group (order by extract(epoch from imported_at - at))
            from orders join bench_claims on id = amazon_order_id""";

    private final BenchWorld world;
    private final List<Latency> latencies;
    private final List<Cost> costs = new ArrayList<>();

    Costs(BenchWorld world, List<Latency> latencies) {
        this.world = world;
        this.latencies = latencies;
    }

    List<Cost> measure() {
        world.worlds().latency(new Latency(0, 0));
        calls();
        statements();
        space();
        shipments();
        watch();
        add("from the start of the process to its first healthy answer", world.startSeconds(), "%.1f s");
        add("resident memory of the hub now", world.hub().residentMegabytes(), "%.0f MB");
        add("most resident memory it ever had", world.hub().mostResidentMegabytes(), "%.0f MB");
        add("heap in use", heap(), "%.0f MB");
        return costs;
    }

    private void calls() {
        world.worlds().forgetCalls();
        new Import(world).run(COUNTED);
        for (String side : List.of("commerce", "amazon")) {
            long calls = sum(world.worlds().calls().path(side));
            add("HTTP calls to " + side + " an order", (double) calls / COUNTED, "%.2f");
        }
        add(
                "bytes sent to both an order",
                world.worlds().bytes().path("received").asDouble() / COUNTED,
                "%.0f");
        add("bytes received an order", world.worlds().bytes().path("sent").asDouble() / COUNTED, "%.0f");
    }

    private static long sum(JsonNode node) {
        if (node.isNumber()) {
            return node.asLong();
        }
        long sum = 0;
        for (JsonNode child : node) {
            sum += sum(child);
        }
        return sum;
    }

    private void statements() {
        long statements =
                Statements.during(world, () -> new Import(world).run(COUNTED)).count();
        add(
                "SQL statements an order, its share of polling and claiming included",
                (double) statements / COUNTED,
                "%.2f");
    }

    private void space() {
        long orders = count("select count(*) from orders");
        long rows = count("select count(*) from orders")
                + count("select count(*) from history")
                + count("select count(*) from effects")
                + count("select count(*) from shipment_checks");
        long bytes = count("select sum(pg_total_relation_size(oid))::bigint from pg_class where relkind = 'r'"
                + " and relname in ('orders', 'history', 'effects', 'shipment_checks')");
        add("rows an order", (double) rows / orders, "%.1f");
        add("database space an order, indexes included", bytes / 1024.0 / orders, "%.1f kB");
    }

    private long count(String sql) {
        return world.ledger().sql(sql).query(Long.class).single();
    }

    private void watch() {
        Stream.of(WATCH.split(";(?=\\s*create )"))
                .forEach(sql -> world.ledger().sql(sql).update());
        for (Latency latency : latencies) {
            world.worlds().latency(latency);
            world.ledger().sql("truncate bench_claims").update();
            new Import(world).run(COUNTED);
            add(
                    "from claim to recorded at " + latency + ", median / 99 %",
                    String.format(Locale.ROOT, "%.0f / %.0f ms", percentile(0.5), percentile(0.99)));
        }
    }

    private double percentile(double share) {
        return world.ledger()
                .sql(PERCENTILE)
                .param("share", share)
                .query(Double.class)
                .single();
    }

    private void shipments() {
        new Import(world).run(SHIPMENTS);
        List<Long> orders = world.ledger()
                .sql(
                        "select commerce_order_id from orders where state = 'IMPORTED' order by received_at desc limit :some")
                .param("some", SHIPMENTS)
                .query(Long.class)
                .list();
        Shop shop = world.worlds().shop();
        for (long order : orders) {
            shop.ship(
                    order,
                    "",
                    "{\"carrier_code\":\"ups\",\"title\":\"UPS\",\"track_number\":\"1Z%016d\"}".formatted(order));
        }
        long start = System.nanoTime();
        world.console().post("/api/sync", Map.of());
        Awaitility.await("the shipments are confirmed; see target/bench/hub-*.log")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> world.ledger()
                                .sql("select count(*) from packages where sent_at is not null")
                                .query(Long.class)
                                .single()
                        >= orders.size());
        add(
                "shipments a second, from the poll to Amazon's acceptance",
                orders.size() / ((System.nanoTime() - start) / 1e9),
                "%.0f");
    }

    private double heap() {
        return world.console()
                .text("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) / 1024 / 1024)
                .sum();
    }

    private void add(String what, double figure, String format) {
        add(what, String.format(Locale.ROOT, format, figure));
    }

    private void add(String what, String figure) {
        System.out.println(what + ": " + figure);
        costs.add(new Cost(what, figure));
    }
}
