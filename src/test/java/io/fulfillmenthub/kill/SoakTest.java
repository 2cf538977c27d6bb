package io.fulfillmenthub.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.MeasuredPage;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Fault.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hub under continuous load with random faults: {@code ./mvnw -Psoak verify}, as long as {@code -Dsoak.minutes=30} says. */
@Tag("soak")
class SoakTest {

    private static final int MINUTES = Integer.getInteger("soak.minutes", 30);
    private static final int MOST_WAITING = 60;
    private static final Duration BEAT = Duration.ofMillis(1000);
    private static final List<String> COMMERCE = List.of(
            "order-search",
            "customer-create",
            "order-create",
            "invoice-create",
            "order-comment",
            "order-refund",
            "order-get");
    private static final List<String> AMAZON = List.of("search-orders", "get-order", "confirm-shipment");
    private static final List<Kind> KINDS =
            List.of(Kind.STATUS, Kind.STATUS_AFTER, Kind.RESET, Kind.RESET_AFTER, Kind.HANG_AFTER, Kind.TRUNCATE);

    private final Random random = new Random(20_260_101);
    private final Map<String, Way> orders = new LinkedHashMap<>();
    private final SoakSamples samples = new SoakSamples();
    private int spoiled;

    @Test
    @Timeout(value = 5, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void keepsItsPromisesAndItsSizeUnderLoadWithRandomFaults() {
        try (KillWorld world = new KillWorld(Map.of())) {
            world.start("hub-a");
            live(world);
            settle(world);
            Findings findings = new Findings(world);
            orders.forEach((order, way) -> findings.check(order, way));
            MeasuredPage.RELIABILITY.replace("soak", report(findings));
            assertThat(findings.violations).isEmpty();
            assertThat(samples.grown()).isEmpty();
        }
    }

    private void live(KillWorld world) {
        Instant end = Instant.now().plus(Duration.ofMinutes(MINUTES));
        for (int beat = 0; Instant.now().isBefore(end); beat++) {
            Instant next = Instant.now().plus(BEAT);
            if (waiting(world) < MOST_WAITING) {
                place(world, 1 + random.nextInt(3));
            }
            act(world);
            if (random.nextInt(3) == 0) {
                spoil(world);
            }
            if (beat % Math.max(5, MINUTES) == 0) {
                samples.take(world, "hub-a");
            }
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> Instant.now().isAfter(next));
        }
    }

    /** A slow machine gets fewer orders, not ever longer queues. */
    private long waiting(KillWorld world) {
        return orders.size()
                - world.barriers
                        .ledger()
                        .sql("select count(*) from orders where commerce_order_id is not null")
                        .query(Long.class)
                        .single();
    }

    private void place(KillWorld world, int number) {
        for (int order = 0; order < number; order++) {
            ObjectNode placed = world.amazon.place(world.order());
            orders.put(placed.path("orderId").asText(), Way.IMPORT);
        }
    }

    /** Ships what is imported, except one in ten, which the buyer cancels, and one in ten, which stays. */
    private void act(KillWorld world) {
        List<String> imported = world.barriers
                .ledger()
                .sql("select amazon_order_id from orders where state = 'IMPORTED' order by imported_at desc limit 20")
                .query(String.class)
                .list();
        for (String order : imported) {
            int fate = Math.floorMod(order.hashCode(), 10);
            if (orders.get(order) == Way.IMPORT && fate != 9) {
                if (fate == 8) {
                    world.amazon.cancel(order);
                } else {
                    world.ship(order);
                }
                orders.put(order, fate == 8 ? Way.CANCEL : Way.SHIP);
            }
        }
    }

    private void spoil(KillWorld world) {
        boolean amazon = random.nextInt(3) == 0;
        List<String> operations = amazon ? AMAZON : COMMERCE;
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        int status = List.of(500, 502, 503, 429).get(random.nextInt(4));
        boolean executed = kind == Kind.STATUS_AFTER;
        world.faults.add(Fault.of(
                        amazon ? "amazon" : "commerce", operations.get(random.nextInt(operations.size())), kind)
                .answering(executed && status == 429 ? 500 : status, "text/html", "<html><body>No</body></html>")
                .delayed(Duration.ofSeconds(6)));
        spoiled++;
    }

    private void settle(KillWorld world) {
        spoiled -= world.faults.remaining().size();
        world.faults.clear();
        for (Way way : Way.values()) {
            List<String> those = new ArrayList<>(orders.keySet());
            those.removeIf(order -> orders.get(order) != way);
            if (!those.isEmpty()) {
                world.awaitEnd(those, way);
            }
        }
    }

    private String report(Findings findings) {
        return """
                %d minutes, %d orders (%d shipped, %d cancelled), %d calls spoiled: **%d duplicates, %d losses**. Hand-overs that
                a subscriber received again: %d. Confirmations sent again with equal content: %d.

                %s""".formatted(
                        MINUTES,
                        orders.size(),
                        orders.values().stream().filter(Way.SHIP::equals).count(),
                        orders.values().stream().filter(Way.CANCEL::equals).count(),
                        spoiled,
                        findings.duplicates,
                        findings.losses,
                        findings.repeatedHandOvers,
                        findings.repeatedConfirmations,
                        samples.table());
    }
}
