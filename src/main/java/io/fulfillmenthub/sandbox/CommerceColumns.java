package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the database's columns keep of a value: too long a text is cut without a word, and its utf8mb3 has question
 * marks for characters outside the basic plane.
 */
final class CommerceColumns {

    private static final int USUAL = 255;
    private static final Map<String, Integer> LENGTHS = Map.of(
            "increment_id",
            50,
            "ext_order_id",
            32,
            "state",
            32,
            "status",
            32,
            "comment",
            65_535,
            "additional_data",
            65_535,
            "ext_order_item_id",
            255,
            "shipping_description",
            255);

    private CommerceColumns() {}

    static ObjectNode asStored(ObjectNode order) {
        ObjectNode stored = order.deepCopy();
        cut(stored);
        CommerceOrderIntake.addresses(stored).forEach(address -> dropEmptyTexts(address.address()));
        return stored;
    }

    private static void cut(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> cutField(object, name));
        } else if (node instanceof ArrayNode list) {
            list.forEach(CommerceColumns::cut);
        }
    }

    private static void cutField(ObjectNode object, String name) {
        JsonNode value = object.get(name);
        if (value.isTextual()) {
            object.put(name, cut(value.asText(), LENGTHS.getOrDefault(name, USUAL)));
        } else if (name.equals("street") && value instanceof ArrayNode lines) {
            object.set(name, street(lines));
        } else {
            cut(value);
        }
    }

    private static ArrayNode street(ArrayNode lines) {
        List<String> texts = new ArrayList<>();
        lines.forEach(line -> texts.add(line.asText()));
        ArrayNode kept = lines.arrayNode();
        for (String line : cut(String.join("\n", texts), USUAL).split("\n", -1)) {
            kept.add(TextNode.valueOf(line));
        }
        return kept;
    }

    private static String cut(String text, int length) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().limit(length).forEach(point -> {
            if (Character.isSupplementaryCodePoint(point)) {
                kept.append("????");
            } else {
                kept.appendCodePoint(point);
            }
        });
        return kept.length() > length ? kept.substring(0, length) : kept.toString();
    }

    private static void dropEmptyTexts(ObjectNode address) {
        List<String> empty = new ArrayList<>();
        address.properties().forEach(field -> {
            if (field.getValue().isTextual() && field.getValue().asText().isEmpty()) {
                empty.add(field.getKey());
            }
        });
        address.remove(empty);
    }
}
