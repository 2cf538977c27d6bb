package io.fulfillmenthub.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The schema of Camel's own YAML DSL, which finds misspelt steps and options. */
final class RouteSchema {

    private static final Pattern WITH_DEFAULT = Pattern.compile("\\{\\{[^{}:]+:([^{}]*)}}");
    private static final String SCHEMA = "/schema/camelYamlDsl.json";
    private static final Set<String> ALTERNATIVES = Set.of("oneOf", "anyOf", "not", "type");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode definition;
    private final JsonSchema schema;

    RouteSchema() {
        try (InputStream stream = RouteSchema.class.getResourceAsStream(SCHEMA)) {
            definition = JSON.readTree(stream);
            schema = JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(definition);
        } catch (IOException e) {
            throw new UncheckedIOException("Camel's schema cannot be read", e);
        }
    }

    /** @return what Camel would not understand, one finding for each place */
    List<Finding> violations(RouteFile file) {
        if (file.items().isEmpty()) {
            return List.of(unreadable(file));
        }
        List<ValidationMessage> messages = specific(schema.validate(JSON.valueToTree(withDefaults(file.items()))));
        int deepest = messages.stream().mapToInt(RouteSchema::depth).max().orElse(0);
        Map<String, ValidationMessage> byPlace = messages.stream()
                .filter(message -> depth(message) == deepest)
                .sorted(Comparator.comparing(message -> !unknown(message)))
                .collect(Collectors.toMap(
                        RouteSchema::place, message -> message, (one, other) -> one, LinkedHashMap::new));
        return byPlace.values().stream().map(message -> finding(file, message)).toList();
    }

    /** That no alternative fits, or a name is missing, says nothing once it is known what is misspelt. */
    private static List<ValidationMessage> specific(Set<ValidationMessage> messages) {
        List<ValidationMessage> specific = messages.stream()
                .filter(message -> !ALTERNATIVES.contains(message.getType()))
                .toList();
        Set<String> misspelt = specific.stream()
                .filter(RouteSchema::unknown)
                .map(message -> message.getInstanceLocation().toString())
                .collect(Collectors.toSet());
        List<ValidationMessage> causes = specific.stream()
                .filter(message -> unknown(message)
                        || !misspelt.contains(message.getInstanceLocation().toString()))
                .toList();
        return causes.isEmpty() ? List.copyOf(messages) : causes;
    }

    private static Finding unreadable(RouteFile file) {
        try {
            Object content = new Yaml().load(file.text());
            String sentence = content == null
                    ? "is empty: write a route, or remove the file"
                    : "is no list of routes: begin it with \"- route:\"";
            return new Finding(file.toString(), 1, true, sentence);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            return new Finding(
                    file.toString(),
                    line,
                    true,
                    "no valid YAML, " + e.getProblem() + ": mend indentation, colons, quotes");
        }
    }

    private Finding finding(RouteFile file, ValidationMessage message) {
        List<String> path = path(message);
        String unknown = message.getProperty();
        boolean extra = unknown(message) && unknown != null;
        List<String> place = new ArrayList<>(path);
        if (extra) {
            place.add(unknown);
        }
        String below = path.stream().filter(step -> !step.matches("\\d+")).reduce("", (one, other) -> other);
        String sentence = extra
                ? "Camel knows no " + unknown + (below.isEmpty() ? "" : " below " + below) + remedy(unknown, message)
                : below + " " + message.getError() + ": see the schema of Camel's YAML DSL";
        return new Finding(file.toString(), file.line(place), true, sentence);
    }

    private String remedy(String unknown, ValidationMessage message) {
        String pointer = message.getSchemaLocation().getFragment().toString();
        JsonNode known = definition.at(pointer.replaceAll("/additionalProperties.*", "/properties"));
        List<String> names = new ArrayList<>();
        known.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(unknown, name)))
                .filter(name -> distance(unknown, name) <= 3)
                .map(name -> ": write " + name + ", or remove it")
                .orElse(": remove it, or see Camel's documentation for the names there are");
    }

    private static boolean unknown(ValidationMessage message) {
        return "additionalProperties".equals(message.getType());
    }

    private static int depth(ValidationMessage message) {
        return message.getInstanceLocation().getNameCount();
    }

    private static String place(ValidationMessage message) {
        return message.getInstanceLocation() + (unknown(message) ? "/" + message.getProperty() : "");
    }

    private static List<String> path(ValidationMessage message) {
        return IntStream.range(0, depth(message))
                .mapToObj(i -> message.getInstanceLocation().getName(i))
                .toList();
    }

    /** The schema wants numbers where a placeholder will put one, so a placeholder counts as its default. */
    private static Object withDefaults(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(RouteSchema::withDefaults).toList();
        }
        if (node instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key, withDefaults(value)));
            return copy;
        }
        if (node instanceof String text) {
            Matcher placeholder = WITH_DEFAULT.matcher(text);
            return placeholder.matches() ? new Yaml().load(placeholder.group(1)) : text;
        }
        return node;
    }

    /** Levenshtein's. */
    private static int distance(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
