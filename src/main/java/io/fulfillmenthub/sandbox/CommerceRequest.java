package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One call as its handler sees it.
 *
 * @param scope the store code in the path, {@code default} when there is none
 * @param variables the path's variables, decoded
 * @param parameters the query, decoded, in its order
 * @param body the JSON body, a missing node when there is none
 */
record CommerceRequest(String scope, Map<String, String> variables, Map<String, String> parameters, JsonNode body) {

    String variable(String name) {
        return variables.get(name);
    }

    /** @throws CommerceError 400 when the variable is no whole number */
    int id(String name) {
        String text = variables.get(name);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw CommerceError.badRequest("The \"" + text
                    + "\" value's type is invalid. The \"int\" type was expected. Verify and try again.");
        }
    }

    /** @throws CommerceError 400 when the body lacks this key */
    JsonNode required(String key) {
        JsonNode value = body.path(key);
        if (value.isMissingNode() || value.isNull()) {
            throw CommerceError.required(key);
        }
        return value;
    }
}
