package io.fulfillmenthub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What PostgreSQL tells of the hub's statements of a while, the benchmark's own not among them.
 *
 * @param count without the beginnings of transactions
 * @param longestMillis how long the longest took
 * @param waits how many waited for a lock for more than a tenth of a second
 */
record Statements(long count, double longestMillis, String longest, long waits) {

    /** The name under which the benchmark itself speaks to PostgreSQL. */
    static final String OWN = "benchmark";

    private static final List<String> SETTINGS = List.of(
            "log_line_prefix = '%m [%p] from %a '",
            "log_min_duration_statement = 0", "log_lock_waits = on", "deadlock_timeout = '100ms'");
    private static final Pattern EXECUTED =
            Pattern.compile("LOG:  duration: ([\\d.]+) ms  (?:execute [^:]*|statement): (.*)");

    /** Has PostgreSQL tell everything while the work is done. */
    static Statements during(BenchWorld world, Runnable work) {
        JdbcClient database = world.ledger();
        SETTINGS.forEach(setting -> database.sql("alter system set " + setting).update());
        reload(database);
        List<String> before = lines(world.databaseLogs());
        work.run();
        SETTINGS.forEach(setting ->
                database.sql("alter system reset " + setting.split(" ")[0]).update());
        reload(database);
        return of(lines(world.databaseLogs()).stream().skip(before.size()).toList());
    }

    private static void reload(JdbcClient database) {
        database.sql("select pg_reload_conf()").query(Boolean.class).single();
    }

    private static Statements of(List<String> lines) {
        Statements all = new Statements(0, 0, "", 0);
        for (String line : lines) {
            Matcher executed = EXECUTED.matcher(line);
            if (line.contains("still waiting for")) {
                all = new Statements(all.count, all.longestMillis, all.longest, all.waits + 1);
            } else if (executed.find() && !executed.group(2).startsWith("BEGIN")) {
                all = all.and(Double.parseDouble(executed.group(1)), executed.group(2));
            }
        }
        return all;
    }

    private Statements and(double millis, String text) {
        return millis > longestMillis
                ? new Statements(count + 1, millis, text, waits)
                : new Statements(count + 1, longestMillis, longest, waits);
    }

    private static List<String> lines(Path logs) {
        try (Stream<Path> files = Files.list(logs)) {
            return files.sorted()
                    .flatMap(Statements::ofHub)
                    .filter(line -> line.contains("LOG:  duration") || line.contains("still waiting"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> ofHub(Path file) {
        try (Stream<String> text = Files.lines(file)) {
            return text.filter(line -> !line.contains("] from " + OWN + " ")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
