package io.fulfillmenthub.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderNotice;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bean {@code amazonNotices}: ORDER_CHANGE notifications as they come from a queue. JSON inside a JSON string, and the envelope
 * of a topic, are opened; nothing of a message is logged, for it holds a postal code.
 */
public class AmazonNotices {

    private static final Logger LOG = LoggerFactory.getLogger(AmazonNotices.class);
    private static final int DEEPEST = 4;
    private static final Pattern ORDER_ID = Pattern.compile("\\d{3}-\\d{7}-\\d{7}");
    private static final List<String> ENVELOPES = List.of("Message", "Body", "body");

    private final ObjectMapper json = new ObjectMapper();

    /** @return the order that a message is about; empty for any other message */
    public List<OrderNotice> read(String body, String accountId) {
        JsonNode message = opened(json.getNodeFactory().textNode(body), 0);
        JsonNode change = opened(opened(message.path("Payload"), 0).path("OrderChangeNotification"), 0);
        String order = change.path("AmazonOrderId").asText();
        if (!ORDER_ID.matcher(order).matches()) {
            LOG.warn("A message in the queue of {} is no ORDER_CHANGE notification; it is dropped", accountId);
            return List.of();
        }
        return List.of(new OrderNotice(
                new OrderKey(accountId, order),
                message.at("/NotificationMetadata/NotificationId").asText(),
                time(change.at("/OrderChangeTrigger/TimeOfOrderChange").asText())));
    }

    private JsonNode opened(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return node;
        }
        if (node.isTextual()) {
            return opened(parsed(node.asText()), depth + 1);
        }
        return ENVELOPES.stream()
                .map(node::path)
                .filter(JsonNode::isTextual)
                .findFirst()
                .map(inner -> opened(inner, depth + 1))
                .orElse(node);
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException notJson) {
            return json.missingNode();
        }
    }

    private static Instant time(String text) {
        try {
            return text.isEmpty() || text.equals("null") ? null : Instant.parse(text);
        } catch (DateTimeParseException notTold) {
            return null;
        }
    }
}
