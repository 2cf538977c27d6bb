package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Which of this sandbox's ids stands for which recorded one. */
final class CommerceReplayIds {

    private static final Pattern ORDER = Pattern.compile("(/orders?/)(\\d+)");
    private static final Pattern VALUE = Pattern.compile("(\\[value]=)(\\d+)");
    private static final Pattern SHIPMENT = Pattern.compile("(/shipment/)(\\d+)");

    private final Map<String, Integer> orders = new HashMap<>();
    private final Map<String, Integer> items = new HashMap<>();
    private final Map<String, Integer> shipments = new HashMap<>();

    void order(int recorded, int[] recordedItems, JsonNode ours) {
        orders.put(String.valueOf(recorded), ours.path("entity_id").asInt());
        for (int i = 0; i < recordedItems.length; i++) {
            items.put(
                    String.valueOf(recordedItems[i]),
                    ours.path("items").path(i).path("item_id").asInt());
        }
    }

    int order(int recorded) {
        return orders.get(String.valueOf(recorded));
    }

    void learn(JsonNode request, JsonNode recorded, JsonNode ours) {
        String path = request.path("path").asText();
        if (request.path("method").asText().matches("POST|PUT") && path.matches(".*/orders(/create)?")) {
            orders.put(
                    recorded.path("entity_id").asText(), ours.path("entity_id").asInt());
        } else if (path.endsWith("/ship") && recorded.isTextual()) {
            shipments.put(recorded.asText(), ours.asInt());
        }
    }

    String path(String path) {
        String orderPath = ORDER.matcher(path)
                .replaceAll(found -> found.group(1) + orders.getOrDefault(found.group(2), absent(found.group(2))));
        String query = path.contains("[field]=order_id")
                ? VALUE.matcher(orderPath).replaceAll(found -> found.group(1) + orders.getOrDefault(found.group(2), 0))
                : orderPath;
        return SHIPMENT.matcher(query)
                .replaceAll(found -> found.group(1) + shipments.getOrDefault(found.group(2), absent(found.group(2))));
    }

    /** @return the body with this sandbox's ids */
    JsonNode body(JsonNode body) {
        JsonNode copy = body.deepCopy();
        copy.path("items").forEach(item -> replace(item, "order_item_id", items));
        if (copy.path("entity").has("track_number")) {
            replace(copy.path("entity"), "order_id", orders);
            replace(copy.path("entity"), "parent_id", shipments);
        } else {
            replace(copy.path("entity"), "entity_id", orders);
        }
        return copy;
    }

    private static void replace(JsonNode object, String field, Map<String, Integer> ids) {
        if (object.has(field)) {
            ((ObjectNode) object)
                    .put(
                            field,
                            ids.getOrDefault(
                                    object.path(field).asText(),
                                    absent(object.path(field).asText())));
        }
    }

    private static int absent(String recorded) {
        return 900_000 + Integer.parseInt(recorded);
    }
}
