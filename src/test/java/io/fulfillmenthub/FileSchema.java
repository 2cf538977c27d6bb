package io.fulfillmenthub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A small schema of a file format, from the test resources: it names only what the project's files use. */
final class FileSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonSchema schema;

    /** @param name such as {@code compose} */
    FileSchema(String name) {
        try (InputStream text = FileSchema.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
            schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return what is wrong with a document read from YAML, nothing if all is well */
    List<String> problems(Object document) {
        return schema.validate(JSON.valueToTree(document)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
