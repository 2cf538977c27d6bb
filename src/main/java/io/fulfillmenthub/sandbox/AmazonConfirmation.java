package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Amazon's checks of a confirmShipment request, with the messages seen in the field. */
final class AmazonConfirmation {

    private static final String ITEM_UNKNOWN =
            "OrderItemId is invalid, please obtain the value from the response of getOrder";

    private AmazonConfirmation() {}

    static void checkForm(JsonNode request) {
        require(request.path("marketplaceId").isTextual(), "MarketplaceId is missing or invalid", "marketplaceId");
        JsonNode detail = request.path("packageDetail");
        require(detail.isObject(), "PackageDetail is missing or invalid", "packageDetail");
        checkReference(detail.path("packageReferenceId"));
        checkCarrier(detail);
        require(text(detail, "trackingNumber"), "Tracking ID is missing or invalid", "packageDetail.trackingNumber");
        require(
                isDateTime(detail.path("shipDate").asText()),
                "ShipDate is invalid, must be a date and time in ISO 8601 format",
                "packageDetail.shipDate");
        checkItems(detail.path("orderItems"));
    }

    static void checkOrder(JsonNode order, JsonNode request) {
        require(
                request.path("marketplaceId").asText().equals(AmazonView.marketplaceOf(order)),
                "MarketplaceId does not match the order",
                "marketplaceId");
        AmazonStatus status = AmazonStatus.of(order);
        require(
                status != AmazonStatus.CANCELLED,
                "NonexistentOrderItem: Failed to find order item list by order ID",
                "The order is cancelled.");
        require(!status.pending(), "The order is pending and cannot be confirmed yet", "orderId");
        require(!AmazonView.byAmazon(order), "The order is fulfilled by Amazon and cannot be confirmed", "orderId");
        require(
                texts(order.path("programs")).stream().noneMatch("FBM_SHIP_PLUS"::equals),
                "Ship+ orders do not require manual confirmation",
                "orderId");
        Set<String> known = ids(order.path("orderItems"));
        require(
                known.containsAll(ids(request.path("packageDetail").path("orderItems"))),
                ITEM_UNKNOWN,
                "packageDetail.orderItems");
    }

    static void checkQuantities(JsonNode order, Map<String, Integer> shipped) {
        for (JsonNode item : order.path("orderItems")) {
            require(
                    shipped.getOrDefault(item.path("orderItemId").asText(), 0)
                            <= item.path("quantityOrdered").asInt(),
                    "The quantities lead to overfulfillment of the order item",
                    "packageDetail.orderItems");
        }
    }

    private static void checkReference(JsonNode reference) {
        require(
                !reference.isNumber(),
                "Invalid request: fields with invalid type [packageDetail.packageReferenceId]",
                "packageDetail.packageReferenceId");
        require(
                reference.isTextual() && reference.asText().matches("0*[1-9][0-9]*"),
                "PackageReferenceId: is invalid, must be a positive numeric value",
                "packageDetail.packageReferenceId");
    }

    private static void checkCarrier(JsonNode detail) {
        require(text(detail, "carrierCode"), "CarrierCode is missing", "packageDetail.carrierCode");
        require(
                !detail.path("carrierCode").asText().equals("Other") || text(detail, "carrierName"),
                "CarrierName is required when CarrierCode is Other",
                "packageDetail.carrierName");
    }

    private static void checkItems(JsonNode items) {
        require(items.isArray() && !items.isEmpty(), ITEM_UNKNOWN, "packageDetail.orderItems");
        for (JsonNode item : items) {
            require(text(item, "orderItemId"), ITEM_UNKNOWN, "packageDetail.orderItems.orderItemId");
            require(
                    item.path("quantity").isInt() && item.path("quantity").asInt() > 0,
                    "Quantity is invalid, must be a positive integer",
                    "packageDetail.orderItems.quantity");
        }
    }

    private static Set<String> ids(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("orderItemId").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static boolean text(JsonNode node, String field) {
        return node.path(field).isTextual() && !node.path(field).asText().isBlank();
    }

    private static boolean isDateTime(String text) {
        try {
            return OffsetDateTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void require(boolean holds, String message, String details) {
        if (!holds) {
            throw AmazonRefusal.invalid(message, details);
        }
    }
}
