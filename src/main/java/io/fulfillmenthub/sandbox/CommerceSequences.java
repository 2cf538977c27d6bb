package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Counters: increment ids by kind of document and store, and the ids of the documents' parts. The latter are reserved
 * by the hundred, so that few of them need writing; a restart leaves a gap.
 */
final class CommerceSequences {

    private static final String KIND = "commerce-sequence";
    private static final int RESERVE = 100;

    private final Journal journal;
    private final Map<String, Integer> last = new HashMap<>();
    private final Map<String, Integer> reserved = new HashMap<>();

    CommerceSequences(Journal journal) {
        this.journal = journal;
        journal.read(KIND).forEach((name, value) -> {
            last.put(name, value.asInt());
            reserved.put(name, value.asInt());
        });
    }

    /** @return for example {@code 000000001}, {@code 2000000001} in the second store */
    String incrementId(String kind, int store) {
        String number = String.format("%09d", next(kind + "-" + store, 1));
        return store > 1 ? store + number : number;
    }

    /** @return the next id of such parts */
    int next(String part) {
        return next(part, RESERVE);
    }

    private synchronized int next(String name, int reserve) {
        int value = last.merge(name, 1, Integer::sum);
        if (value > reserved.getOrDefault(name, 0)) {
            int end = value + reserve - 1;
            reserved.put(name, end);
            journal.write(KIND, name, IntNode.valueOf(end));
        }
        return value;
    }

    synchronized void clear() {
        last.clear();
        reserved.clear();
    }
}
