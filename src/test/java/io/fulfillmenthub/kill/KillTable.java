package io.fulfillmenthub.kill;

import io.fulfillmenthub.MeasuredPage;
import io.fulfillmenthub.kill.KillRound.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The results of many rounds as the table of docs/reliability.md. */
final class KillTable {

    private static final Logger LOG = LoggerFactory.getLogger(KillTable.class);

    private static final Pattern ROW = Pattern.compile("[|] [^|]+[|] [^|]+[|]( \\d+ [|]){4}.*");

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

    /** Writes the table; rows of points that this run did not play stay as they were. */
    synchronized void write() {
        Map<String, String> rows = new LinkedHashMap<>();
        MeasuredPage.RELIABILITY
                .read("kill-matrix")
                .lines()
                .filter(line -> ROW.matcher(line).matches())
                .forEach(line -> rows.put(key(line), line));
        cells.forEach((cell, results) -> rows.put(key(row(cell, results)), row(cell, results)));
        String text = """
                %d kills by SIGKILL: **%d duplicates, %d losses**. In the last run, of %d kills, a subscriber received %d hand-overs again
                (recognisable by their key), and %d confirmations were sent to Amazon again with equal content.

                | step | killed when | hubs | kills | duplicates | losses | recovered after, median | slowest |
                | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                %s
                """.formatted(
                        sum(rows, 3),
                        sum(rows, 4),
                        sum(rows, 5),
                        kills(),
                        sum(findings -> findings.repeatedHandOvers),
                        sum(findings -> findings.repeatedConfirmations),
                        String.join("\n", rows.values()));
        MeasuredPage.RELIABILITY.replace("kill-matrix", text);
    }

    private int sum(ToIntFunction<Findings> of) {
        return results().stream().map(Result::findings).mapToInt(of).sum();
    }

    private static int sum(Map<String, String> rows, int column) {
        return rows.values().stream()
                .mapToInt(row -> Integer.parseInt(row.split("[|]")[column + 1].strip()))
                .sum();
    }

    private static String key(String row) {
        return String.join("|", List.of(row.split("[|]")).subList(1, 4));
    }

    private static String row(Cell cell, List<Result> results) {
        List<Duration> times = results.stream().map(Result::recovery).sorted().toList();
        return "| %s | %s | %d | %d | %d | %d | %s s | %s s |"
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
