package io.fulfillmenthub.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commerce refuses any field it does not know: every name and type we send must be in the schema of a real installation. */
class OrderSchemaTest {

    private static final Path SCHEMA = Path.of("..", "shared", "contracts", "commerce", "magento-2.4.7-schema.json");

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> wrong = new ArrayList<>();
    private JsonNode definitions;

    @BeforeEach
    void readSchema() throws IOException {
        assumeTrue(
                Files.exists(SCHEMA),
                "SKIPPED: no Commerce schema at " + SCHEMA + "; payloads are NOT checked against it");
        definitions = json.readTree(SCHEMA.toFile()).path("definitions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-merchant.json", "order-amazon.json"})
    void sendsOnlyFieldsOfTheSchemaWithTheirTypes(String fixture) throws IOException {
        JsonNode payload = json.readTree(getClass().getResourceAsStream("/fixtures/commerce/" + fixture));

        check("entity", payload.path("entity"), definitions.path("sales-data-order-interface"));

        assertThat(wrong).isEmpty();
    }

    private void check(String path, JsonNode value, JsonNode schema) {
        JsonNode type = schema.has("$ref")
                ? definitions.path(schema.path("$ref").asText().replace("#/definitions/", ""))
                : schema;
        switch (type.path("type").asText()) {
            case "object" ->
                value.fields().forEachRemaining(field -> {
                    JsonNode property = type.path("properties").path(field.getKey());
                    if (property.isMissingNode()) {
                        wrong.add(path + "." + field.getKey() + " is not in the schema");
                    } else {
                        check(path + "." + field.getKey(), field.getValue(), property);
                    }
                });
            case "array" -> {
                require(path, value.isArray(), "array");
                value.forEach(item -> check(path + "[]", item, type.path("items")));
            }
            case "string" -> require(path, value.isTextual(), "string");
            case "integer" -> require(path, value.isIntegralNumber(), "integer");
            case "number" -> require(path, value.isNumber(), "number");
            default -> wrong.add(path + " has no type in the schema");
        }
    }

    private void require(String path, boolean right, String type) {
        if (!right) {
            wrong.add(path + " is no " + type);
        }
    }
}
