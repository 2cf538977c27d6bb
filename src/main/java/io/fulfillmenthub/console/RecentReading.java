package io.fulfillmenthub.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Figures of the ledger, kept for some seconds, so that one scrape is at most one query.
 *
 * @param <T> what is read
 */
class RecentReading<T> {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Supplier<T> source;
    private final Clock clock;
    private final Duration fresh;
    private T reading;
    private Instant readAt = Instant.MIN;

    /** Figures that are cheap: read at most every five seconds. */
    RecentReading(Supplier<T> source, Clock clock) {
        this(source, clock, FRESH);
    }

    /** @param fresh how long a reading counts */
    RecentReading(Supplier<T> source, Clock clock, Duration fresh) {
        this.source = source;
        this.clock = clock;
        this.fresh = fresh;
    }

    synchronized T get() {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(fresh))) {
            reading = source.get();
            readAt = now;
        }
        return reading;
    }
}
