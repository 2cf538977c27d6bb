package io.fulfillmenthub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.MeasuredPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;

/** Where the processor time of an import goes, by Java Flight Recorder: {@code ./mvnw -Pbench verify -Dbench.only=Profile}. */
class ProfileBenchmark {

    private static final int WARM_UP = 4_000;
    private static final int ORDERS = 4_000;
    private static final String WORKERS = "order-";

    /** The first frame from the top that belongs to one of them decides. */
    private static final List<Part> PARTS = List.of(
            new Part("HTTP client", "org.apache.hc."),
            new Part(
                    "database driver, pool and Spring's JDBC",
                    "org.postgresql.",
                    "com.zaxxer.",
                    "org.springframework.jdbc."),
            new Part("JSON", "com.fasterxml."),
            new Part("metrics", "io.micrometer."),
            new Part("logging", "ch.qos.logback."),
            new Part("the hub's own code", "io.fulfillmenthub."),
            new Part("Camel", "org.apache.camel."));

    @Test
    void tellsWhereTheTimeOfAnImportGoes() throws IOException {
        Path recording = Path.of("target/bench/import.jfr").toAbsolutePath();
        System.setProperty(
                "bench.hub-flags",
                "-XX:+UseSerialGC -Xmx256m -XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                        + recording);
        try (BenchWorld world = new BenchWorld()) {
            world.worlds().clear();
            world.startHub(Map.of("hub.orders.parallelism", 32));
            new Import(world).run(WARM_UP);
            new Import(world).run(ORDERS);
            world.stopHubs();
        }
        Map<String, Long> samples = samples(recording);
        MeasuredPage.PERFORMANCE.replace("profile", table(samples));
        assertThat(samples).isNotEmpty();
    }

    private static Map<String, Long> samples(Path recording) throws IOException {
        Map<String, Long> samples = new TreeMap<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
            if (event.getEventType().getName().equals("jdk.ExecutionSample") && ofWorker(event)) {
                samples.merge(part(event.getStackTrace().getFrames()), 1L, Long::sum);
            }
        }
        return samples;
    }

    private static boolean ofWorker(RecordedEvent event) {
        RecordedThread thread = event.getThread("sampledThread");
        return thread != null
                && event.getStackTrace() != null
                && String.valueOf(thread.getJavaName()).startsWith(WORKERS);
    }

    private static String part(List<RecordedFrame> frames) {
        return frames.stream()
                .map(frame -> frame.getMethod().getType().getName())
                .map(ProfileBenchmark::part)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("the rest");
    }

    private static Optional<String> part(String type) {
        return PARTS.stream().filter(part -> part.holds(type)).map(Part::name).findFirst();
    }

    private static String table(Map<String, Long> samples) {
        double all = samples.values().stream().mapToLong(Long::longValue).sum();
        return "| part of a worker's processor time | share |\n|---|---:|\n"
                + samples.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(entry -> String.format(
                                Locale.ROOT, "| %s | %.0f %% |", entry.getKey(), 100 * entry.getValue() / all))
                        .collect(Collectors.joining("\n"))
                + String.format(Locale.ROOT, "%n%n%.0f samples of %d orders.", all, WARM_UP + ORDERS);
    }

    private record Part(String name, List<String> packages) {

        Part(String name, String... packages) {
            this(name, List.of(packages));
        }

        boolean holds(String type) {
            return packages.stream().anyMatch(type::startsWith);
        }
    }
}
