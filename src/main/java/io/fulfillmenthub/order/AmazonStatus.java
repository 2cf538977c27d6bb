package io.fulfillmenthub.order;

import java.util.Arrays;

/** Amazon's {@code fulfillmentStatus} (Orders API v2026-01-01); a status the model does not know yet is {@link #UNKNOWN}. */
public enum AmazonStatus {
    PENDING_AVAILABILITY,
    PENDING,
    UNSHIPPED,
    PARTIALLY_SHIPPED,
    SHIPPED,
    CANCELLED,
    UNFULFILLABLE,
    UNKNOWN;

    /** @return the status of that name; Amazon's model grows, so any other text, or none, is {@link #UNKNOWN} */
    public static AmazonStatus of(String text) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** @return whether the buyer's payment is not verified yet */
    public boolean pending() {
        return this == PENDING || this == PENDING_AVAILABILITY;
    }
}
