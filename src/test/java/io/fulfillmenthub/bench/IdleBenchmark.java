package io.fulfillmenthub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.MeasuredPage;
import java.time.Duration;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a hub costs while nothing happens: {@code ./mvnw -Pbench verify -Dbench.only=Idle}, four minutes. */
class IdleBenchmark {

    private static final Duration AFTER_THE_START = Duration.ofMinutes(2);
    private static final Duration WATCHED = Duration.ofSeconds(Integer.getInteger("bench.idle-seconds", 60));

    @Test
    void tellsWhatAHubWithoutWorkCosts() {
        double hub;
        double database;
        try (BenchWorld world = new BenchWorld()) {
            world.startHub(StartBenchmark.SHIPPED);
            passes(AFTER_THE_START);
            hub = world.hubCpuSeconds();
            database = world.databaseCpuSeconds();
            double seconds = passes(WATCHED);
            hub = 100 * (world.hubCpuSeconds() - hub) / seconds;
            database = 100 * (world.databaseCpuSeconds() - database) / seconds;
        }
        String idle = String.format(
                Locale.ROOT,
                "On an empty ledger, from the third minute after its start on, Java %d: %.1f %% of one core, PostgreSQL %.1f %%.",
                Archives.version(Launch.JAVA),
                hub,
                database);
        System.out.println(idle);
        MeasuredPage.PERFORMANCE.replace("idle", idle);
        assertThat(hub).isPositive();
    }

    private static double passes(Duration time) {
        long begin = System.nanoTime();
        Awaitility.await("time passes")
                .atMost(time.plusMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> System.nanoTime() - begin >= time.toNanos());
        return (System.nanoTime() - begin) / 1e9;
    }
}
