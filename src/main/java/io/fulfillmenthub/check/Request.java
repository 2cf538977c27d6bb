package io.fulfillmenthub.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * A request that an outside system would have got.
 *
 * @param order the order it is about, {@code account/Amazon order id}; empty for one about no order
 * @param head system, method and address
 * @param lines headers and body, JSON written with indents
 */
record Request(String order, String head, List<String> lines) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    /** @return a text as lines, JSON written with indents */
    static List<String> lines(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        try {
            return JSON.readTree(text).toPrettyString().lines().toList();
        } catch (JsonProcessingException notJson) {
            return text.lines().toList();
        }
    }
}
