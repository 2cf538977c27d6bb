package io.fulfillmenthub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.MeasuredPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How long a hub takes to start: {@code ./mvnw -Pbench verify -Dbench.only=Start}.
 * {@code -Dbench.newer-java=/path/to/jdk} measures a second Java as well.
 */
class StartBenchmark {

    private static final int TIMES = Integer.getInteger("bench.times", 3);
    /** The intervals that a hub ships with. */
    static final Map<String, Object> SHIPPED = Map.of("hub.poll.orders", "PT4M", "hub.poll.shipments", "PT1M");

    @Test
    void tellsHowLongAStartTakes() {
        List<String> rows = new ArrayList<>();
        try (BenchWorld world = new BenchWorld()) {
            Path application = Archives.extracted(Launch.shipped());
            for (Path java : javas()) {
                launches(world, Launch.shipped().on(java), application).forEach((what, launch) -> {
                    rows.add(row(world, "Java " + Archives.version(java) + ", " + what, launch));
                    System.out.println(rows.get(rows.size() - 1));
                });
            }
        }
        MeasuredPage.PERFORMANCE.replace("start", head() + String.join("\n", rows));
        assertThat(rows).hasSizeGreaterThan(1);
    }

    private static String head() {
        return "The middle of " + TIMES
                + " starts, from the start of the process to the first answer that it is ready.\n\n"
                + "| how it is started | empty database | migrated database | processor time of the latter | resident memory |\n"
                + "|---|---:|---:|---:|---:|\n";
    }

    private static List<Path> javas() {
        return Stream.concat(
                        Stream.of(Launch.JAVA),
                        Stream.ofNullable(System.getProperty("bench.newer-java"))
                                .map(Path::of))
                .toList();
    }

    private static Map<String, Launch> launches(BenchWorld world, Launch jar, Path application) {
        Launch extracted = jar.of(application);
        Map<String, Launch> launches = new LinkedHashMap<>();
        launches.put("the jar", jar);
        launches.put("extracted", extracted);
        launches.put("extracted, class-data sharing", Archives.sharedClasses(world, extracted));
        if (Archives.version(jar.java()) >= Archives.FIRST_WITH_AOT_CACHE) {
            launches.put("extracted, AOT cache", Archives.aotCache(world, extracted));
        }
        return launches;
    }

    private static String row(BenchWorld world, String what, Launch launch) {
        List<Start> empty = starts(world, launch, true);
        List<Start> migrated = starts(world, launch, false);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f s | %.1f s | %.1f s | %.0f MB |",
                what,
                middle(empty).seconds(),
                middle(migrated).seconds(),
                middle(migrated).cpu(),
                middle(migrated).resident());
    }

    private static List<Start> starts(BenchWorld world, Launch launch, boolean onEmpty) {
        return IntStream.range(0, TIMES)
                .mapToObj(time -> {
                    if (onEmpty) {
                        world.newDatabase();
                    }
                    world.joinHub(launch, SHIPPED);
                    Start start = new Start(
                            world.startSeconds(),
                            world.startCpuSeconds(),
                            world.hub().residentMegabytes());
                    world.stopHubs();
                    return start;
                })
                .sorted((one, other) -> Double.compare(one.seconds(), other.seconds()))
                .toList();
    }

    private static Start middle(List<Start> starts) {
        return starts.get(starts.size() / 2);
    }

    private record Start(double seconds, double cpu, double resident) {}
}
