package io.fulfillmenthub.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The floor and the hub under the same conditions, one after the other.
 *
 * @param floor orders a second of the bare driver
 * @param recordingFloor orders a second of the bare driver that keeps the least record
 */
record Round(int inFlight, Latency latency, double floor, double recordingFloor, Import.Result hub) {

    /** @return orders a second of the hub */
    double hubRate() {
        return hub.orders() / hub.seconds();
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.2f | %.1f | %.2f | %.1f | %.1f | %.1f |",
                latency,
                inFlight,
                hubRate(),
                floor,
                hubRate() / floor,
                recordingFloor,
                hubRate() / recordingFloor,
                1000 * hub.hubCpu(),
                1000 * hub.databaseCpu(),
                1000 * hub.sandboxCpu());
    }

    static String table(List<Round> rounds) {
        String head = """
                On %d cores shared with both simulated worlds and PostgreSQL, Java %s.

                | latency Commerce/Amazon | in flight | hub, orders/s | floor, orders/s | ratio | with a record | ratio | CPU of the hub, ms/order | PostgreSQL | worlds |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """.formatted(
                Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
        return head
                + rounds.stream()
                        .sorted(Comparator.comparing(
                                        (Round round) -> round.latency().commerceMillis())
                                .thenComparing(Round::inFlight))
                        .map(Round::row)
                        .collect(Collectors.joining("\n"));
    }
}
