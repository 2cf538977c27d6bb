package io.fulfillmenthub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.MeasuredPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Orders and shipments a second, beside a bare program that only makes the same calls, and what one order costs; not part of
 * the build: {@code ./mvnw -Pbench verify}, about five minutes. {@code -Dbench.in-flight=32} measures one number in flight.
 */
class ThroughputBenchmark {

    private static final double SECONDS = 4;
    private static final double SECONDS_FAR_AWAY = 10;
    /** The worlds are no faster after that. */
    private static final int WARM_UP = 6_000;

    private static final List<Latency> LATENCIES =
            List.of(new Latency(0, 0), new Latency(50, 100), new Latency(300, 150));
    private static final List<Integer> IN_FLIGHT = Stream.of(
                    System.getProperty("bench.in-flight", "32,1,8,64").split(","))
            .map(Integer::valueOf)
            .toList();

    @Test
    void comparesTheHubWithTheFloor() {
        List<Round> rounds = new ArrayList<>();
        List<Cost> costs = new ArrayList<>();
        try (BenchWorld world = new BenchWorld()) {
            world.worlds().floor(3_000, 32);
            for (int inFlight : IN_FLIGHT) {
                world.worlds().clear();
                world.startHub(Map.of("hub.orders.parallelism", inFlight));
                new Import(world).run(inFlight == IN_FLIGHT.get(0) ? WARM_UP : Math.min(WARM_UP, 100 * inFlight));
                LATENCIES.forEach(latency -> rounds.add(round(world, inFlight, latency)));
                if (inFlight == IN_FLIGHT.get(0)) {
                    costs.addAll(new Costs(world, LATENCIES).measure());
                }
                world.stopHubs();
            }
        }
        MeasuredPage.PERFORMANCE.replace("throughput", Round.table(rounds));
        MeasuredPage.PERFORMANCE.replace("costs", Cost.table(costs));
        assertThat(rounds).allSatisfy(round -> assertThat(round.hubRate()).isPositive());
    }

    private static Round round(BenchWorld world, int inFlight, Latency latency) {
        world.comesToRest();
        world.worlds().latency(latency);
        double guess = latency.commerceMillis() == 0 ? 400 : inFlight * 1000.0 / (2 * latency.commerceMillis());
        double seconds = latency.commerceMillis() > 100 ? SECONDS_FAR_AWAY : SECONDS;
        double floor = world.worlds().floor((int) Math.max(5, seconds * Math.min(400, guess)), inFlight);
        double recording = world.recordingFloor((int) Math.max(5, seconds * Math.min(400, guess)), inFlight);
        Import.Result hub = new Import(world).run((int) Math.max(5, seconds * Math.min(250, floor)));
        Round round = new Round(inFlight, latency, floor, recording, hub);
        System.out.println(round.row());
        return round;
    }
}
