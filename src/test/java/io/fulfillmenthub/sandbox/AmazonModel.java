package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Amazon's published Orders model 2026-01-01; tests that need it are skipped where it is absent. */
final class AmazonModel {

    private static final Path FILE = Path.of("../shared/contracts/amazon/orders_2026-01-01.json");

    private AmazonModel() {}

    static void assertValid(String definition, JsonNode document) throws IOException {
        assertThat(schema(definition).validate(document).stream()
                        .map(message -> message.getInstanceLocation() + " breaks " + message.getSchemaLocation()))
                .as("violations of Amazon's definition %s", definition)
                .isEmpty();
    }

    private static JsonSchema schema(String definition) throws IOException {
        assumeTrue(
                Files.exists(FILE),
                "SKIPPED: Amazon's model " + FILE + " is absent, so answers are NOT checked against it");
        ObjectNode schema = SandboxCaller.JSON.createObjectNode().put("$ref", "#/definitions/" + definition);
        schema.set("definitions", SandboxCaller.JSON.readTree(FILE.toFile()).path("definitions"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema);
    }
}
