package io.fulfillmenthub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a hub's memory develops: resident by {@code /proc}, the heap by what the collector tells. */
final class MemoryCourse {

    private static final Path LOG = Path.of("target/bench/gc.log");

    /** Has the virtual machine tell each collection. */
    static final String FLAG = "-Xlog:gc:file=" + LOG + ":uptime:filecount=0";

    private static final Pattern COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(");

    private final MeasuredProcess hub;
    private final List<Mark> marks = new ArrayList<>();
    private double resident;
    private double mostResident;
    private long told;

    MemoryCourse(MeasuredProcess hub) {
        this.hub = hub;
    }

    void look() {
        resident = hub.residentMegabytes();
        mostResident = Math.max(mostResident, resident);
    }

    /** Ends a stretch. @param orders how many were imported so far */
    void mark(int orders) {
        look();
        List<int[]> collections = collections();
        marks.add(new Mark(
                orders,
                resident,
                hub.mostResidentMegabytes(),
                collections.stream().mapToInt(heap -> heap[0]).max().orElse(0),
                collections.stream().mapToInt(heap -> heap[1]).max().orElse(0)));
        System.out.println(marks.get(marks.size() - 1).row());
    }

    double mostResident() {
        return mostResident;
    }

    String table() {
        return "| orders imported | resident | most resident so far | most heap since the row above | most of it that a collection left |\n"
                + "|---:|---:|---:|---:|---:|\n"
                + marks.stream().map(Mark::row).collect(Collectors.joining("\n"));
    }

    /** @return MB before and after each collection since the last call */
    private List<int[]> collections() {
        try (Stream<String> lines = Files.lines(LOG)) {
            List<int[]> fresh = lines.map(COLLECTION::matcher)
                    .filter(line -> line.find())
                    .skip(told)
                    .map(line -> new int[] {Integer.parseInt(line.group(1)), Integer.parseInt(line.group(2))})
                    .toList();
            told += fresh.size();
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Mark(int orders, double resident, double most, int heap, int left) {

        String row() {
            return String.format(
                    Locale.ROOT, "| %,d | %.0f MB | %.0f MB | %d MB | %d MB |", orders, resident, most, heap, left);
        }
    }
}
