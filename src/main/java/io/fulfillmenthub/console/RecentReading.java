package io.fulfillmenthub.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Figures of the ledger, read at most every five seconds, so that one scrape is one query.
 *
 * @param <T> what is read
 */
class RecentReading<T> {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Supplier<T> source;
    private final Clock clock;
    private T reading;
    private Instant readAt = Instant.MIN;

    RecentReading(Supplier<T> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    synchronized T get() {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(FRESH))) {
            reading = source.get();
            readAt = now;
        }
        return reading;
    }
}
