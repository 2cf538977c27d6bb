package io.fulfillmenthub.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.order.Order;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An Amazon that lists nothing new, knows the replayed orders, and shows every package it was told of. */
final class AmazonAnswers implements OutsideWorld.Side {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> urls;
    private final String tokenUrl;
    private final Map<String, Order> orders;
    private final Map<String, JsonNode> confirmed = new ConcurrentHashMap<>();

    /** @param endpoints the accounts' regions */
    AmazonAnswers(List<String> endpoints, String tokenUrl, List<Order> orders) {
        this.urls = endpoints;
        this.tokenUrl = tokenUrl;
        this.orders = orders.stream()
                .collect(Collectors.toMap(Order::amazonOrderId, Function.identity(), (one, other) -> one));
    }

    @Override
    public String name() {
        return "Amazon";
    }

    @Override
    public boolean at(String url) {
        return hidden(url) || urls.stream().anyMatch(url::startsWith);
    }

    @Override
    public boolean hidden(String url) {
        return url.startsWith(tokenUrl);
    }

    @Override
    public String answer(String method, String url, String query, String body) {
        if (hidden(url)) {
            return "{\"access_token\":\"check\",\"token_type\":\"bearer\",\"expires_in\":3600}";
        }
        if (url.endsWith("/shipmentConfirmation")) {
            confirmed.put(url.replaceAll(".*/orders/([^/]+)/shipmentConfirmation", "$1"), parsed(body));
            return "";
        }
        Order order = orders.get(url.replaceAll(".*/", ""));
        return order == null
                ? JSON.createObjectNode()
                        .put("lastUpdatedBefore", Instant.now().toString())
                        .set("orders", JSON.createArrayNode())
                        .toString()
                : JSON.createObjectNode().set("order", shown(order)).toString();
    }

    private JsonNode shown(Order order) {
        ObjectNode shown = JSON.createObjectNode();
        shown.put("orderId", order.amazonOrderId())
                .put("createdTime", order.purchaseDate().toString())
                .put("lastUpdatedTime", order.lastUpdated().toString());
        shown.putObject("salesChannel")
                .put("channelName", order.salesChannel())
                .put("marketplaceId", order.marketplaceId());
        shown.putObject("fulfillment")
                .put("fulfillmentStatus", order.statusText())
                .put("fulfilledBy", order.fulfilledBy().name());
        ArrayNode items = shown.putArray("orderItems");
        order.lines()
                .forEach(line -> items.addObject()
                        .put("orderItemId", line.orderItemId())
                        .put("quantityOrdered", line.quantityOrdered())
                        .putObject("product")
                        .put("sellerSku", line.sku()));
        ArrayNode packages = shown.putArray("packages");
        JsonNode told = confirmed
                .getOrDefault(order.amazonOrderId(), JSON.missingNode())
                .path("packageDetail");
        if (told.isObject()) {
            packages.addObject()
                    .put("packageReferenceId", told.path("packageReferenceId").asText())
                    .put("carrier", told.path("carrierCode").asText())
                    .put("trackingNumber", told.path("trackingNumber").asText());
        }
        return shown;
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The confirmation for Amazon is no JSON");
        }
    }
}
