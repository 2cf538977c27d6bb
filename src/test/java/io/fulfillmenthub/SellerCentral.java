package io.fulfillmenthub;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a merchant does at Amazon itself. */
public final class SellerCentral {

    private SellerCentral() {}

    /** Ships everything of an order in one parcel, past Commerce and the hub. */
    public static void ship(ObjectNode order, String number) {
        ObjectNode parcel = order.withArrayProperty("packages").addObject();
        parcel.put("packageReferenceId", "7").put("carrier", "FedEx").put("trackingNumber", number);
        parcel.putObject("packageStatus").put("status", "SHIPPED");
        order.path("orderItems").forEach(item -> {
            int ordered = item.path("quantityOrdered").asInt();
            parcel.withArrayProperty("packageItems")
                    .addObject()
                    .put("orderItemId", item.path("orderItemId").asText())
                    .put("quantity", ordered);
            ((ObjectNode) item)
                    .withObjectProperty("fulfillment")
                    .put("quantityFulfilled", ordered)
                    .put("quantityUnfulfilled", 0);
        });
        order.withObjectProperty("fulfillment").put("fulfillmentStatus", "SHIPPED");
    }
}
