package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbered JSON documents of one kind, kept as text to be small, with a few columns at hand and some of those indexed.
 * Safe for many threads; who changes a document locks it first.
 */
final class CommerceTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String kind;
    private final Journal journal;
    private final List<String> columns;
    private final Map<String, Map<String, Set<Integer>>> indexes = new ConcurrentHashMap<>();
    private final NavigableMap<Integer, Row> rows = new ConcurrentSkipListMap<>();
    private final AtomicInteger lastId = new AtomicInteger();

    /** A document's text and the values of its table's columns. */
    record Row(int id, String text, JsonNode[] values) {}

    /** @param columns the columns kept at hand, the first {@code indexed} of which are indexed */
    CommerceTable(String kind, Journal journal, List<String> columns, int indexed) {
        this.kind = "commerce-" + kind;
        this.journal = journal;
        this.columns = columns;
        columns.subList(0, indexed).forEach(column -> indexes.put(column, new ConcurrentHashMap<>()));
        journal.read(this.kind).forEach((id, text) -> {
            if (!text.asText().isEmpty()) {
                keep(Integer.parseInt(id), text.asText());
            }
            lastId.accumulateAndGet(Integer.parseInt(id), Math::max);
        });
    }

    int nextId() {
        return lastId.incrementAndGet();
    }

    void put(int id, ObjectNode document) {
        String text = document.toString();
        journal.write(kind, String.valueOf(id), TextNode.valueOf(text));
        keep(id, text);
    }

    Optional<ObjectNode> get(int id) {
        return Optional.ofNullable(rows.get(id)).map(row -> (ObjectNode) parse(row.text()));
    }

    Iterable<Row> rows() {
        return rows.values();
    }

    List<Row> rows(Iterable<Integer> ids) {
        List<Row> found = new ArrayList<>();
        ids.forEach(id -> Optional.ofNullable(rows.get(id)).ifPresent(found::add));
        return found;
    }

    boolean isIndexed(String column) {
        return indexes.containsKey(column);
    }

    /** @return the ids whose indexed column has this value, upper and lower case alike, in ascending order */
    Set<Integer> find(String column, String value) {
        return new TreeSet<>(indexes.get(column).getOrDefault(key(value), Set.of()));
    }

    List<ObjectNode> all(String column, String value) {
        return find(column, value).stream()
                .map(this::get)
                .flatMap(Optional::stream)
                .toList();
    }

    JsonNode value(Row row, String column) {
        int at = columns.indexOf(column);
        return at >= 0 ? row.values()[at] : parse(row.text()).path(column);
    }

    ObjectNode document(Row row) {
        return (ObjectNode) parse(row.text());
    }

    /** Removes a document; its id is not given out again. */
    void remove(int id) {
        Row row = rows.remove(id);
        journal.write(kind, String.valueOf(id), TextNode.valueOf(""));
        for (int i = 0; row != null && i < row.values().length; i++) {
            if (indexes.containsKey(columns.get(i))) {
                reindex(indexes.get(columns.get(i)), id, row.values()[i], MissingNode.getInstance());
            }
        }
    }

    void clear() {
        rows.clear();
        indexes.values().forEach(Map::clear);
        lastId.set(0);
    }

    private void keep(int id, String text) {
        JsonNode document = parse(text);
        JsonNode[] values = columns.stream().map(document::path).toArray(JsonNode[]::new);
        Row old = rows.put(id, new Row(id, text, values));
        for (int i = 0; i < values.length; i++) {
            if (indexes.containsKey(columns.get(i))) {
                JsonNode before = old == null ? MissingNode.getInstance() : old.values()[i];
                reindex(indexes.get(columns.get(i)), id, before, values[i]);
            }
        }
    }

    private static void reindex(Map<String, Set<Integer>> index, int id, JsonNode before, JsonNode after) {
        if (before.isValueNode() && !before.equals(after)) {
            index.computeIfPresent(key(before.asText()), (key, ids) -> {
                ids.remove(id);
                return ids.isEmpty() ? null : ids;
            });
        }
        if (after.isValueNode()) {
            index.compute(key(after.asText()), (key, ids) -> {
                Set<Integer> all = ids == null ? ConcurrentHashMap.newKeySet(2) : ids;
                all.add(id);
                return all;
            });
        }
    }

    private static String key(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document of the simulated shop is not JSON", e);
        }
    }
}
