package io.fulfillmenthub.kill;

import io.fulfillmenthub.kill.KillRound.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The results of many rounds as the table of docs/reliability.md. */
final class KillTable {

    private static final Logger LOG = LoggerFactory.getLogger(KillTable.class);

    private final Map<Cell, List<Result>> cells = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();

    synchronized void add(KillPoint point, int hubs, Result result) {
        cells.computeIfAbsent(new Cell(point.step(), point.moment(), hubs), cell -> new ArrayList<>())
                .add(result);
        result.findings()
                .violations
                .forEach(text -> violations.add(point.step() + ", " + point.moment() + ", " + hubs + ": " + text));
        LOG.warn(
                "{} kills: {}, {}, {} hub(s): {} s {}",
                kills(),
                point.step(),
                point.moment(),
                hubs,
                seconds(result.recovery()),
                result.findings().violations);
    }

    synchronized int kills() {
        return results().stream().mapToInt(Result::kills).sum();
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    synchronized void write() {
        StringBuilder text = new StringBuilder();
        text.append(("%d kills by SIGKILL, %d orders caught: **%d duplicates, %d losses**. Hand-overs that a subscriber"
                        + " received again (recognisable by their key): %d. Confirmations that were sent to Amazon again with"
                        + " equal content: %d.%n%n")
                .formatted(
                        kills(),
                        results().stream().mapToInt(Result::orders).sum(),
                        results().stream()
                                .mapToInt(result -> result.findings().duplicates)
                                .sum(),
                        results().stream()
                                .mapToInt(result -> result.findings().losses)
                                .sum(),
                        results().stream()
                                .mapToInt(result -> result.findings().repeatedHandOvers)
                                .sum(),
                        results().stream()
                                .mapToInt(result -> result.findings().repeatedConfirmations)
                                .sum()));
        text.append(
                "| step | killed when | hubs | kills | duplicates | losses | recovered after, median | slowest |\n");
        text.append("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        cells.forEach((cell, results) -> text.append(row(cell, results)));
        ReliabilityPage.replace("kill-matrix", text.toString());
    }

    private static String row(Cell cell, List<Result> results) {
        List<Duration> times = results.stream().map(Result::recovery).sorted().toList();
        return "| %s | %s | %d | %d | %d | %d | %s s | %s s |%n"
                .formatted(
                        cell.step(),
                        cell.moment(),
                        cell.hubs(),
                        results.stream().mapToInt(Result::kills).sum(),
                        results.stream()
                                .mapToInt(result -> result.findings().duplicates)
                                .sum(),
                        results.stream()
                                .mapToInt(result -> result.findings().losses)
                                .sum(),
                        seconds(times.get(times.size() / 2)),
                        seconds(times.get(times.size() - 1)));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }

    private List<Result> results() {
        return cells.values().stream().flatMap(List::stream).toList();
    }

    private record Cell(String step, String moment, int hubs) {}
}
