package io.fulfillmenthub.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** How large a hub is over time: heap after a collection, memory of the process, threads, database sessions. */
final class SoakSamples {

    private static final Pattern USED = Pattern.compile("(?:generation|heap) .*?used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");
    private static final List<Measure> MEASURES = List.of(
            new Measure("heap after GC, MB", Sample::heap, 1.25, 15),
            new Measure("resident memory, MB", Sample::resident, 1.25, 30),
            new Measure("threads", Sample::threads, 1.25, 8),
            new Measure("database sessions", Sample::sessions, 1.25, 4));

    private final List<Sample> samples = new ArrayList<>();

    void take(KillWorld world, String hub) {
        long pid = world.hub(hub).pid();
        jcmd(pid, "GC.run");
        double heap = USED.matcher(jcmd(pid, "GC.heap_info"))
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .sum();
        String status = read(Path.of("/proc", String.valueOf(pid), "status"));
        long sessions = world.barriers
                .ledger()
                .sql("select count(*) from pg_stat_activity where application_name = ?")
                .param(hub)
                .query(Long.class)
                .single();
        samples.add(new Sample(heap / 1024, number(RESIDENT, status) / 1024, number(THREADS, status), sessions));
    }

    /** @return what was clearly larger in the last third than in the second; the first third is the warm-up */
    List<String> grown() {
        return MEASURES.stream()
                .filter(measure -> third(measure, 2) > third(measure, 1) * measure.factor() + measure.slack())
                .map(Measure::name)
                .toList();
    }

    String table() {
        StringBuilder table = new StringBuilder(
                "| mean of | first third | second third | last third |\n" + "| --- | ---: | ---: | ---: |\n");
        MEASURES.forEach(measure -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f |%n",
                measure.name(),
                third(measure, 0),
                third(measure, 1),
                third(measure, 2))));
        return table.toString();
    }

    private double third(Measure measure, int third) {
        int size = samples.size();
        return samples.subList(size * third / 3, size * (third + 1) / 3).stream()
                .mapToDouble(measure.of())
                .average()
                .orElse(0);
    }

    private static double number(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .sum();
    }

    private static String jcmd(long pid, String command) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(pid),
                            command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The soak needs the JDK's jcmd", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Sample(double heap, double resident, double threads, double sessions) {}

    private record Measure(String name, ToDoubleFunction<Sample> of, double factor, double slack) {}
}
