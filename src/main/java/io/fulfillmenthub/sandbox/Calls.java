package io.fulfillmenthub.sandbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How often each operation was called, by the outcome the caller saw: a status, or {@code reset}. */
@Component
@Profile("sandbox")
public class Calls {

    private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

    /** @return the calls of an operation, whatever their outcome */
    public long of(String side, String operation) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().call().equals(new Call(side, operation)))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }

    /** @return the calls of an operation with an outcome, such as {@code "429"} or {@code "reset"} */
    public long of(String side, String operation, String outcome) {
        LongAdder count = counts.get(new Key(new Call(side, operation), outcome));
        return count == null ? 0 : count.sum();
    }

    /** @return the counts by side, operation and outcome */
    public Map<String, Map<String, Map<String, Long>>> all() {
        Map<String, Map<String, Map<String, Long>>> all = new TreeMap<>();
        counts.forEach((key, count) -> all.computeIfAbsent(key.call().side(), side -> new TreeMap<>())
                .computeIfAbsent(key.call().operation(), operation -> new TreeMap<>())
                .put(key.outcome(), count.sum()));
        return all;
    }

    /** Starts counting from zero. */
    public void clear() {
        counts.clear();
    }

    void count(Call call, String outcome) {
        counts.computeIfAbsent(new Key(call, outcome), key -> new LongAdder()).increment();
    }

    private record Key(Call call, String outcome) {}
}
