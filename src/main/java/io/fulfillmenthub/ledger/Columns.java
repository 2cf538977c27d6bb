package io.fulfillmenthub.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.order.CallOutcome;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** The hub's values as PostgreSQL's column values, and back. */
final class Columns {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Columns() {}

    /** @return a {@code timestamptz}, null for null */
    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** @return the instant of a {@code timestamptz}, null for null */
    static Instant instant(Object column) {
        return column == null ? null : ((Date) column).toInstant();
    }

    /** @return a map as JSON text */
    static String text(Map<String, ? extends Number> numbers) {
        try {
            return JSON.writeValueAsString(numbers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of numbers cannot be written as JSON", e);
        }
    }

    /** @return Commerce's item ids by Amazon order item id, empty for null */
    static Map<String, Long> itemIds(Object column) {
        return column == null ? Map.of() : read((String) column, new TypeReference<>() {});
    }

    /** @return units by Amazon order item id */
    static Map<String, Integer> units(Object column) {
        return read((String) column, new TypeReference<>() {});
    }

    /** @return Transparency codes by Amazon order item id, empty for null */
    static Map<String, List<String>> codes(Object column) {
        return column == null ? Map.of() : read((String) column, new TypeReference<>() {});
    }

    /** @return remote calls as JSON text, null for none */
    static String calls(List<CallOutcome> calls) {
        try {
            return calls.isEmpty() ? null : JSON.writeValueAsString(calls);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Remote calls cannot be written as JSON", e);
        }
    }

    /** @return remote calls, none for null */
    static List<CallOutcome> calls(String column) {
        return column == null ? List.of() : read(column, new TypeReference<>() {});
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column of the ledger is no JSON of the hub", e);
        }
    }
}
