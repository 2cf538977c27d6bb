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
    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();

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

    /** @return bytes of the bodies that callers sent ({@code received}) and got ({@code sent}), as far as they told their length */
    public Map<String, Long> bytes() {
        return Map.of("received", received.sum(), "sent", sent.sum());
    }

    /** Starts counting from zero. */
    public void clear() {
        counts.clear();
        received.reset();
        sent.reset();
    }

    void weigh(long receivedBytes, String sentBytes) {
        received.add(Math.max(0, receivedBytes));
        sent.add(sentBytes == null ? 0 : Long.parseLong(sentBytes));
    }

    void count(Call call, String outcome) {
        counts.computeIfAbsent(new Key(call, outcome), key -> new LongAdder()).increment();
    }

    private record Key(Call call, String outcome) {}
}
