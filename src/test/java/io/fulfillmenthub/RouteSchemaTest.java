package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Every route file against the schema of Camel's own YAML DSL, which finds misspelt steps and options. */
class RouteSchemaTest {

    private static final Pattern WITH_DEFAULT = Pattern.compile("\\{\\{[^{}:]+:([^{}]*)}}");

    private static JsonSchema schema;

    @BeforeAll
    static void loadSchema() throws IOException {
        try (InputStream stream = RouteSchemaTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            schema = JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(stream);
        }
    }

    static List<RouteFile> routeFiles() {
        return RouteFile.all();
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void aRouteFileIsValidForCamel(RouteFile file) {
        assertThat(validate(file.items())).isEmpty();
    }

    @Test
    void aMisspeltOptionIsFound() {
        RouteFile misspelt = RouteFile.of("order-poll", """
                - route:
                    id: order-poll
                    from:
                      uri: direct:order-poll
                      steps:
                        - log:
                            mesage: Polled
                """);
        assertThat(validate(misspelt.items()))
                .anySatisfy(message -> assertThat(message.getMessage()).contains("mesage"));
    }

    private static Set<ValidationMessage> validate(Object items) {
        JsonNode tree = new ObjectMapper().valueToTree(withDefaults(items));
        return schema.validate(tree);
    }

    /** The schema wants numbers where a placeholder will put one, so a placeholder counts as its default. */
    private static Object withDefaults(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(RouteSchemaTest::withDefaults).toList();
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
}
