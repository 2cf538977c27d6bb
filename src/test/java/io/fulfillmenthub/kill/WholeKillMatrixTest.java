package io.fulfillmenthub.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole kill matrix: {@code ./mvnw -Pkill-matrix verify}; more often with {@code -Dkill.repeats=2}. */
@Tag("kill-matrix")
class WholeKillMatrixTest {

    private static final int REPEATS = Integer.getInteger("kill.repeats", 1);
    private static final Pattern ONLY = Pattern.compile(System.getProperty("kill.only", ""));

    private final KillTable table = new KillTable();

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void noKillAtAnyPointOfAnyStepLosesOrDoublesAnything() throws Exception {
        ExecutorService worlds = Executors.newFixedThreadPool(2);
        List<Future<Void>> runs = new ArrayList<>();
        for (int hubs : List.of(1, 2)) {
            runs.add(worlds.submit(world(hubs)));
        }
        for (Future<Void> run : runs) {
            run.get();
        }
        worlds.shutdown();
        assertThat(table.violations()).isEmpty();
        assertThat(ONLY.pattern().isEmpty() ? table.kills() : 200).isGreaterThanOrEqualTo(200);
    }

    private Callable<Void> world(int hubs) {
        return () -> {
            play(hubs, KillPoint.all(), Map.of());
            play(hubs, KillPoint.withoutInvoice(), Map.of("hub.orders.invoice", "never"));
            return null;
        };
    }

    private void play(int hubs, List<KillPoint> points, Map<String, Object> settings) {
        List<KillPoint> wanted = points.stream()
                .filter(point -> ONLY.matcher(point.toString()).find())
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        try (KillWorld world = new KillWorld(settings)) {
            List.of("hub-a", "hub-b").subList(0, hubs).forEach(world::start);
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                for (KillPoint point : wanted) {
                    table.add(point, hubs, new KillRound(world, point).run());
                    table.write();
                }
            }
        }
    }
}
