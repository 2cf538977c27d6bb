package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** A refusal in Commerce's shape: a status, a message with placeholders and, apart, what to fill in. */
final class CommerceError extends RuntimeException {

    private static final String ABSENT =
            "The entity that was requested doesn't exist. Verify the entity and try again.";

    private final int status;
    private final transient JsonNode parameters;

    private CommerceError(int status, String message, JsonNode parameters) {
        super(message, null, false, false);
        this.status = status;
        this.parameters = parameters;
    }

    static CommerceError badRequest(String message) {
        return new CommerceError(400, message, null);
    }

    static CommerceError badRequest(String message, String parameter) {
        return of(400, message, parameter);
    }

    static CommerceError of(int status, String message) {
        return new CommerceError(status, message, null);
    }

    static CommerceError of(int status, String message, String parameter) {
        return new CommerceError(
                status, message, JsonNodeFactory.instance.arrayNode().add(parameter));
    }

    static CommerceError required(String field) {
        return named(400, "\"%fieldName\" is required. Enter and try again.", field);
    }

    static CommerceError unsupported(String field) {
        StringBuilder camel = new StringBuilder();
        for (String word : field.split("_")) {
            camel.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return named(400, "\"%fieldName\" is not supported. Correct the field name and try again.", camel.toString());
    }

    static CommerceError missingEntity() {
        return new CommerceError(404, ABSENT, null);
    }

    static CommerceError noSuch(String field, int value) {
        return new CommerceError(
                404,
                "No such entity with %fieldName = %fieldValue",
                JsonNodeFactory.instance.objectNode().put("fieldName", field).put("fieldValue", value));
    }

    static CommerceError invalidValue(String field, String value) {
        return new CommerceError(
                400,
                "Invalid value of \"%value\" provided for the %fieldName field.",
                JsonNodeFactory.instance.objectNode().put("fieldName", field).put("value", value));
    }

    static CommerceError unauthorized(String resource) {
        return new CommerceError(
                401,
                "The consumer isn't authorized to access %resources.",
                JsonNodeFactory.instance.objectNode().put("resources", resource));
    }

    static CommerceError unauthenticated(String message) {
        return new CommerceError(401, message, null);
    }

    /** What production mode shows of anything unexpected. */
    static CommerceError masked() {
        String report = Long.toHexString(ThreadLocalRandom.current().nextLong(0x6000000000000L, 0x7000000000000L));
        return new CommerceError(
                500, "Internal Error. Details are available in Magento log file. Report ID: webapi-" + report, null);
    }

    int status() {
        return status;
    }

    Optional<JsonNode> parameters() {
        return Optional.ofNullable(parameters);
    }

    private static CommerceError named(int status, String message, String field) {
        return new CommerceError(
                status, message, JsonNodeFactory.instance.objectNode().put("fieldName", field));
    }
}
