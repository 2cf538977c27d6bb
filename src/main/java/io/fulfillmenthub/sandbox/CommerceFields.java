package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields and types of version 2.4.7's documents; a field that is not among them is refused. */
final class CommerceFields {

    private static final String RESOURCE = "/sandbox/commerce-fields.txt";
    private static final CommerceFields FIELDS = new CommerceFields();

    private final Map<String, Map<String, String>> types = new HashMap<>();

    private CommerceFields() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(CommerceFields.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split(" ")).forEach(words -> {
                Map<String, String> fields = types.computeIfAbsent(words[0], type -> new HashMap<>());
                for (int i = 2; i < words.length; i++) {
                    fields.put(words[i], words[1]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + RESOURCE + " cannot be read", e);
        }
    }

    /**
     * @return a copy with numbers in place of numeric texts and without nulls
     * @throws CommerceError 400 for an unknown field or a value of the wrong type
     */
    static ObjectNode check(String type, JsonNode document) {
        try {
            return FIELDS.object(type, document);
        } catch (WrongType e) {
            throw CommerceError.badRequest(e.text);
        }
    }

    /** @return the columns of a document that hold a single value */
    static Set<String> columns(String type) {
        return FIELDS.types.get(type).entrySet().stream()
                .filter(field -> Set.of("int", "float", "string", "boolean").contains(field.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private ObjectNode object(String type, JsonNode document) {
        ObjectNode checked = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            String expected = types.getOrDefault(type, Map.of()).get(field.getKey());
            if (expected == null) {
                throw CommerceError.unsupported(field.getKey());
            }
            if (!field.getValue().isNull()) {
                checked.set(field.getKey(), field(field.getKey(), expected, field.getValue()));
            }
        }
        return checked;
    }

    private JsonNode field(String name, String type, JsonNode value) {
        try {
            return value(type, value);
        } catch (WrongType e) {
            throw new WrongType("Error occurred during \"" + name + "\" processing. " + e.text);
        }
    }

    private JsonNode value(String type, JsonNode value) {
        if (type.endsWith("[]")) {
            return list(type, value);
        }
        return switch (type) {
            case "any" -> value;
            case "string" -> value.isContainerNode() ? wrong("array", type) : TextNode.valueOf(value.asText());
            case "boolean" -> value.isContainerNode() ? wrong("array", type) : value;
            case "int", "float" -> number(type, value);
            default -> value.isObject() ? object(type, value) : wrong("string", type);
        };
    }

    private JsonNode list(String type, JsonNode value) {
        if (!value.isContainerNode()) {
            return wrong("string", type);
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        value.forEach(element -> list.add(value(type.substring(0, type.length() - 2), element)));
        return list;
    }

    private static JsonNode number(String type, JsonNode value) {
        if (value.isBoolean()) {
            return JsonNodeFactory.instance.numberNode(value.asBoolean() ? 1 : 0);
        }
        if (!value.isValueNode() || !value.asText().matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
            return wrong(value.asText(), type);
        }
        BigDecimal amount = CommerceAmounts.plain(new BigDecimal(value.asText()));
        return type.equals("int") && amount.scale() == 0 && amount.precision() < 10
                ? JsonNodeFactory.instance.numberNode(amount.intValue())
                : JsonNodeFactory.instance.numberNode(amount);
    }

    private static JsonNode wrong(String value, String type) {
        throw new WrongType("The \"" + value + "\" value's type is invalid. The \"" + type
                + "\" type was expected. Verify and try again.");
    }

    private static final class WrongType extends RuntimeException {

        private final String text;

        private WrongType(String text) {
            super(text, null, false, false);
            this.text = text;
        }
    }
}
