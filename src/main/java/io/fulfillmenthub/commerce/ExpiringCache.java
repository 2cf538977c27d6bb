package io.fulfillmenthub.commerce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers remembered for a while; the oldest go when there are too many. Only what was found is ever put in. */
final class ExpiringCache<K, V> {

    private final Duration life;
    private final Clock clock;
    private final Map<K, Entry<V>> entries;

    ExpiringCache(int most, Duration life, Clock clock) {
        this.life = life;
        this.clock = clock;
        this.entries = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Entry<V>> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<V> get(K key) {
        Entry<V> entry = entries.get(key);
        if (entry == null || !entry.until().isAfter(clock.instant())) {
            entries.remove(key);
            return Optional.empty();
        }
        return Optional.of(entry.value());
    }

    synchronized void put(K key, V value) {
        entries.remove(key);
        entries.put(key, new Entry<>(value, clock.instant().plus(life)));
    }

    private record Entry<V>(V value, Instant until) {}
}
