package io.fulfillmenthub.order;

import java.util.Map;

/**
 * A parcel that Amazon shows on an order ({@code packages}, merchant-fulfilled orders only).
 *
 * @param packageReferenceId the id given when it was confirmed
 * @param carrier the carrier as Amazon shows it
 * @param trackingNumber the tracking number as Amazon shows it
 * @param units units by Amazon order item id
 */
public record AmazonPackage(
        String packageReferenceId, String carrier, String trackingNumber, Map<String, Integer> units) {

    public AmazonPackage {
        units = units == null ? Map.of() : Map.copyOf(units);
    }
}
