package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What may happen to an order inside Amazon. */
final class AmazonChange {

    private static final String FULFILLMENT = "fulfillment";

    private AmazonChange() {}

    static void verify(ObjectNode order) {
        if (!AmazonStatus.of(order).pending()) {
            throw new IllegalStateException("Only a pending order can be verified");
        }
        status(order, AmazonStatus.UNSHIPPED);
    }

    static void cancel(ObjectNode order) {
        cancel(order, "BUYER", "BUYER_CANCELED");
    }

    /** @param by BUYER or MERCHANT */
    static void cancel(ObjectNode order, String by, String reason) {
        AmazonStatus status = AmazonStatus.of(order);
        if (status == AmazonStatus.SHIPPED || status == AmazonStatus.PARTIALLY_SHIPPED) {
            throw new IllegalStateException("An order that has shipped cannot be cancelled");
        }
        status(order, AmazonStatus.CANCELLED);
        for (JsonNode item : order.path("orderItems")) {
            quantities(item, 0, 0);
            ((ObjectNode) item)
                    .withObjectProperty("cancellation")
                    .putObject("cancellationExecution")
                    .put("cancelledBy", by)
                    .put("cancelReason", reason);
        }
    }

    static void fulfilByAmazon(ObjectNode order) {
        if (!AmazonView.byAmazon(order) || AmazonStatus.of(order) != AmazonStatus.UNSHIPPED) {
            throw new IllegalStateException("Amazon ships only orders that are unshipped and fulfilled by AMAZON");
        }
        for (JsonNode item : order.path("orderItems")) {
            quantities(item, item.path("quantityOrdered").asInt(), 0);
        }
        status(order, AmazonStatus.SHIPPED);
    }

    /** Brings quantities and status in line with the packages, given the shipped quantity by order item. */
    static void shipped(ObjectNode order, Map<String, Integer> quantities) {
        boolean all = true;
        for (JsonNode item : order.path("orderItems")) {
            int shipped = quantities.getOrDefault(item.path("orderItemId").asText(), 0);
            int open = item.path("quantityOrdered").asInt() - shipped;
            quantities(item, shipped, open);
            all &= open == 0;
        }
        status(order, all ? AmazonStatus.SHIPPED : AmazonStatus.PARTIALLY_SHIPPED);
    }

    private static void quantities(JsonNode item, int fulfilled, int unfulfilled) {
        ((ObjectNode) item)
                .withObjectProperty(FULFILLMENT)
                .put("quantityFulfilled", fulfilled)
                .put("quantityUnfulfilled", unfulfilled);
    }

    private static void status(ObjectNode order, AmazonStatus status) {
        order.withObjectProperty(FULFILLMENT).put("fulfillmentStatus", status.name());
    }
}
