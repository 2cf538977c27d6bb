package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.LedgerFigures.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The ledger's figures, read at most every five seconds, so that one scrape is one query. */
class RecentFigures {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Supplier<Reading> source;
    private final Clock clock;
    private Reading reading;
    private Instant readAt = Instant.MIN;

    RecentFigures(Supplier<Reading> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    synchronized Reading get() {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(FRESH))) {
            reading = source.get();
            readAt = now;
        }
        return reading;
    }
}
