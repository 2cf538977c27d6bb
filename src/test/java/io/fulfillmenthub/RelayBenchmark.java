package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A thousand shipments at the pace of Amazon's documented quota, measured from Commerce to Amazon's acceptance; not part of the
 * build: {@code ./mvnw -Prelay verify}, about eleven minutes.
 */
class RelayBenchmark {

    private static final int SHIPMENTS = Integer.getInteger("relay.shipments", 1000);
    private static final long PACE_MILLIS = 525;

    @Test
    void confirmsAThousandShipmentsWithinTheDocumentedQuota() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("amazon.rate-limits.confirm-shipment.rate", 2);
        settings.put("amazon.rate-limits.confirm-shipment.burst", 10);
        settings.put("amazon.rate-limits.get-order.rate", 0.5);
        settings.put("amazon.rate-limits.get-order.burst", 30);
        settings.put("amazon.rate-limits.search-orders.rate", 0.0056);
        settings.put("amazon.rate-limits.search-orders.burst", 20);
        settings.put("hub.poll.orders", "PT4M");
        settings.put("hub.poll.shipments", "PT5S");
        settings.put("hub.shipments.proof-delay", "PT30S");
        try (HubWorld world = HubWorld.prepare(
                settings, Map.of("sandbox.amazon.quotas", "documented", "sandbox.amazon.quota-factor", 1))) {
            List<String> orders = place(world.sandbox().bean(AmazonWorld.class));
            world.startHub();
            JdbcClient ledger = world.bean(JdbcClient.class);
            Awaitility.await("all imported").atMost(Duration.ofMinutes(5)).until(() -> imported(ledger) == SHIPMENTS);
            Map<String, Instant> shipped = ship(new Shop(world.sandbox().baseUrl()), ledger, orders);
            report(latencies(ledger, shipped), refused(ledger));
        }
    }

    private static List<String> place(AmazonWorld amazon) {
        List<String> ids = new ArrayList<>();
        AmazonOrders orders = AmazonOrders.seeded(4)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1);
        for (ObjectNode order : orders.next(SHIPMENTS)) {
            amazon.place(order);
            ids.add(order.path("orderId").asText());
        }
        return ids;
    }

    private static Map<String, Instant> ship(Shop shop, JdbcClient ledger, List<String> orders) {
        Map<String, Long> ids = new LinkedHashMap<>();
        ledger.sql("select amazon_order_id, commerce_order_id from orders")
                .query((row, number) -> ids.put(row.getString(1), row.getLong(2)))
                .list();
        Map<String, Instant> shipped = new java.util.concurrent.ConcurrentHashMap<>();
        ScheduledExecutorService warehouse = Executors.newScheduledThreadPool(2);
        for (int i = 0; i < orders.size(); i++) {
            String id = orders.get(i);
            String number = "PX-" + i;
            warehouse.schedule(
                    () -> {
                        shop.ship(ids.get(id), "", Shop.track("ups", "UPS", number));
                        shipped.put(id, Instant.now());
                    },
                    i * PACE_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
        Awaitility.await("all accepted by Amazon")
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofMillis(SHIPMENTS * PACE_MILLIS).plusMinutes(4))
                .until(() -> accepted(ledger) == SHIPMENTS);
        warehouse.shutdownNow();
        return shipped;
    }

    private static List<Double> latencies(JdbcClient ledger, Map<String, Instant> shipped) {
        return ledger
                .sql("select amazon_order_id, sent_at from packages")
                .query((row, number) -> Duration.between(
                                        shipped.get(row.getString(1)),
                                        row.getTimestamp(2).toInstant())
                                .toMillis()
                        / 1000.0)
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private static void report(List<Double> seconds, long refused) {
        String text = """
                %d shipments, one every %d ms, Amazon's documented quotas, shipments polled every 5 s, on %d cores shared with Commerce's and
                Amazon's simulation. From the shipment in Commerce to Amazon's acceptance:

                | median | 90 %% | 95 %% | 99 %% | slowest | answers 429 |
                |---|---|---|---|---|---|
                | %.1f s | %.1f s | %.1f s | %.1f s | %.1f s | %d |
                """.formatted(
                        seconds.size(),
                        PACE_MILLIS,
                        Runtime.getRuntime().availableProcessors(),
                        at(seconds, 0.5),
                        at(seconds, 0.9),
                        at(seconds, 0.95),
                        at(seconds, 0.99),
                        at(seconds, 1),
                        refused);
        MeasuredPage.RELIABILITY.replace("relay", text);
        assertThat(refused).isZero();
    }

    private static double at(List<Double> seconds, double share) {
        return seconds.get(Math.max(0, (int) Math.ceil(share * seconds.size()) - 1));
    }

    private static int imported(JdbcClient ledger) {
        return count(ledger, "select count(*) from orders where state = 'IMPORTED'");
    }

    private static int accepted(JdbcClient ledger) {
        return count(ledger, "select count(*) from packages where sent_at is not null");
    }

    private static long refused(JdbcClient ledger) {
        return count(ledger, "select count(*) from remote_errors where status = 429");
    }

    private static int count(JdbcClient ledger, String sql) {
        return ledger.sql(sql).query(Integer.class).single();
    }
}
