package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code fields} parameter: only the named fields are answered, and a trimmed list that is empty becomes null. */
final class CommerceProjection {

    private final String text;
    private int position;

    private CommerceProjection(String text) {
        this.text = text;
    }

    /** @param fields for example {@code items[entity_id,tracks[track_number]],total_count} */
    static JsonNode of(String fields, JsonNode whole) {
        return trim(whole, new CommerceProjection(fields).parse());
    }

    private Map<String, Selection> parse() {
        Map<String, Selection> selected = new LinkedHashMap<>();
        StringBuilder name = new StringBuilder();
        while (position < text.length()) {
            char next = text.charAt(position++);
            if (next == '[') {
                selected.put(name.toString().trim(), new Selection(parse()));
                name.setLength(0);
            } else if (next == ',' || next == ']') {
                close(selected, name);
                if (next == ']') {
                    return selected;
                }
            } else {
                name.append(next);
            }
        }
        close(selected, name);
        return selected;
    }

    private static void close(Map<String, Selection> selected, StringBuilder name) {
        if (!name.isEmpty()) {
            selected.put(name.toString().trim(), new Selection(Map.of()));
            name.setLength(0);
        }
    }

    private static JsonNode trim(JsonNode whole, Map<String, Selection> selected) {
        if (whole instanceof ArrayNode list) {
            if (list.isEmpty()) {
                return NullNode.getInstance();
            }
            ArrayNode trimmed = JsonNodeFactory.instance.arrayNode();
            list.forEach(element -> trimmed.add(trim(element, selected)));
            return trimmed;
        }
        if (!(whole instanceof ObjectNode object)) {
            return whole;
        }
        ObjectNode trimmed = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> {
            Selection selection = selected.get(field.getKey());
            if (selection != null) {
                trimmed.set(
                        field.getKey(),
                        selection.inner().isEmpty() ? field.getValue() : trim(field.getValue(), selection.inner()));
            }
        });
        return trimmed;
    }

    private record Selection(Map<String, Selection> inner) {}
}
