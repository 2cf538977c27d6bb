package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.Map;

/**
 * One parcel claimed from the ledger that Amazon is to know; its reference id was allotted before the first call.
 *
 * @param key the order
 * @param marketplaceId the order's marketplace
 * @param packageReferenceId Amazon's idempotency key of the parcel within the order, positive
 * @param version grows when the parcel's content is corrected: each version is confirmed once
 * @param carrierCode Commerce's carrier code
 * @param carrierTitle Commerce's title of the track
 * @param trackingNumber the tracking number
 * @param shippedAt when it was shipped
 * @param units units by Amazon order item id
 * @param serviceLevel Amazon's service level of the order
 * @param sent whether Amazon accepted it and only the proof is missing
 * @param attempt the number of this claim
 */
public record DuePackage(
        OrderKey key,
        String marketplaceId,
        int packageReferenceId,
        int version,
        String carrierCode,
        String carrierTitle,
        String trackingNumber,
        Instant shippedAt,
        Map<String, Integer> units,
        String serviceLevel,
        boolean sent,
        long attempt)
        implements Work {

    public DuePackage {
        units = Map.copyOf(units);
    }

    /** @return whether Amazon shows this parcel with this tracking number */
    public boolean shownOn(Order order) {
        return order.packages().stream()
                .anyMatch(shown -> String.valueOf(packageReferenceId).equals(shown.packageReferenceId())
                        && trackingNumber.equals(shown.trackingNumber()));
    }

    /** @return whether Amazon is still to be told */
    public boolean unsent() {
        return !sent;
    }

    /** @return the identity of the confirmation as a side effect */
    public String effect() {
        return "confirm:" + key + "/" + packageReferenceId + "/" + version;
    }
}
