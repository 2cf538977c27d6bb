package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** The values of fulfillmentStatus in version 2026-01-01 of the Orders API. */
enum AmazonStatus {
    PENDING_AVAILABILITY,
    PENDING,
    UNSHIPPED,
    PARTIALLY_SHIPPED,
    SHIPPED,
    CANCELLED,
    UNFULFILLABLE;

    /** @return the order's status; one that is newer than the model counts as shipped, past the merchant's work */
    static AmazonStatus of(JsonNode order) {
        String text = order.path("fulfillment").path("fulfillmentStatus").asText(UNSHIPPED.name());
        return Arrays.stream(values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElse(SHIPPED);
    }

    boolean pending() {
        return this == PENDING || this == PENDING_AVAILABILITY;
    }
}
