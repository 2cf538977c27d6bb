package io.fulfillmenthub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.MeasuredPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One, two and four hubs on one database, at a real shop's latency: {@code ./mvnw -Pbench verify -Dbench.only=Scale}. */
class ScaleBenchmark {

    private static final int IN_FLIGHT = 8;
    private static final int WARM_UP = 400;
    private static final double SECONDS = 20;
    private static final Latency LATENCY = new Latency(300, 150);

    @Test
    void comparesOneTwoAndFourHubs() {
        List<String> rows = new ArrayList<>();
        double one = 0;
        try (BenchWorld world = new BenchWorld()) {
            for (int hubs = 1; hubs <= 4; hubs *= 2) {
                double rate = rate(world, hubs);
                one = hubs == 1 ? rate : one;
                rows.add(String.format(Locale.ROOT, "| %d | %.1f | %.2f |", hubs, rate, rate / one));
                System.out.println(rows.get(rows.size() - 1));
            }
        }
        MeasuredPage.CAPACITY.replace(
                "scale",
                "| hubs, each with " + IN_FLIGHT + " in flight at " + LATENCY
                        + " | orders/s | of one hub |\n|---:|---:|---:|\n" + String.join("\n", rows));
        assertThat(one).isPositive();
    }

    private static double rate(BenchWorld world, int hubs) {
        Map<String, Object> settings = Map.of("hub.orders.parallelism", IN_FLIGHT);
        world.worlds().clear();
        world.startHub(settings);
        for (int more = 1; more < hubs; more++) {
            world.joinHub(settings);
        }
        world.worlds().latency(new Latency(0, 0));
        new Import(world).run(WARM_UP * hubs);
        world.worlds().latency(LATENCY);
        double expected = hubs * IN_FLIGHT * 1000.0 / (2 * LATENCY.commerceMillis());
        Import.Result result = new Import(world).run((int) (SECONDS * expected));
        world.stopHubs();
        return result.orders() / result.seconds();
    }
}
