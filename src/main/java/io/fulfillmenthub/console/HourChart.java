package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.Throughput.Hour;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The last day in hours, a table that the page draws as bars.
 *
 * @param hours the hours, oldest first
 */
record HourChart(List<Hour> hours) {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    /** @return the orders imported in all these hours */
    public long imported() {
        return hours.stream().mapToLong(Hour::imported).sum();
    }

    /** @return the parcels that Amazon was told of in all these hours */
    public long shipped() {
        return hours.stream().mapToLong(Hour::shipped).sum();
    }

    /** @return when the hour began, such as 08:00, UTC */
    public String clock(Hour hour) {
        return CLOCK.format(hour.start());
    }
}
