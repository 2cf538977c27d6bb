package io.fulfillmenthub.commerce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Remembers for a second what is costly to read and seldom changes; what cannot be read is tried again each time. */
final class ShortMemory<T> implements Supplier<T> {

    private static final Duration LIFE = Duration.ofSeconds(1);

    private final Supplier<T> source;
    private final Clock clock;
    private volatile Reading<T> last = new Reading<>(null, Instant.MIN);

    ShortMemory(Supplier<T> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public T get() {
        Reading<T> known = last;
        if (clock.instant().isBefore(known.until())) {
            return known.value();
        }
        T fresh = source.get();
        last = new Reading<>(fresh, clock.instant().plus(LIFE));
        return fresh;
    }

    private record Reading<T>(T value, Instant until) {}
}
