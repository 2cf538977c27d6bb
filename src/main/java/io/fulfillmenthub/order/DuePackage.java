package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One parcel claimed from the ledger that Amazon is to know; its reference id was allotted before the first call.
 *
 * @param key the order
 * @param marketplaceId the order's marketplace
 * @param packageReferenceId Amazon's idempotency key of the parcel within the order, positive
 * @param version grows when the parcel's content is corrected: each version is confirmed once
 * @param carrier the carrier in Amazon's words
 * @param trackingNumber the tracking number
 * @param shippedAt when it was shipped
 * @param units units by Amazon order item id
 * @param transparencyCodes codes of Amazon's Transparency program by Amazon order item id, where given
 * @param held whether the buyer asks to cancel what is in it, and nobody released it
 * @param sent whether Amazon accepted it and only the proof is missing
 * @param doubted whether Amazon refused it because it knows the parcel already: any parcel with its number proves it
 * @param attempt the number of this claim
 */
public record DuePackage(
        OrderKey key,
        String marketplaceId,
        int packageReferenceId,
        int version,
        Carrier carrier,
        String trackingNumber,
        Instant shippedAt,
        Map<String, Integer> units,
        Map<String, List<String>> transparencyCodes,
        boolean held,
        boolean sent,
        boolean doubted,
        long attempt)
        implements Work {

    public DuePackage {
        units = Map.copyOf(units);
        transparencyCodes = Map.copyOf(transparencyCodes);
    }

    /** @return whether Amazon shows this parcel with this tracking number */
    public boolean shownOn(Order order) {
        return order.packages().stream()
                .filter(shown -> TrackingNumber.same(trackingNumber, shown.trackingNumber()))
                .anyMatch(shown -> doubted || String.valueOf(packageReferenceId).equals(shown.packageReferenceId()));
    }

    /** @return whether Amazon is still to be told */
    public boolean unsent() {
        return !sent;
    }

    /** @return the identity of the confirmation as a side effect */
    public String effect() {
        return "confirm:" + key + "/" + packageReferenceId + "/" + version;
    }

    /** @return the parcel after Amazon said that it knows it already */
    public DuePackage inDoubt() {
        return new DuePackage(
                key,
                marketplaceId,
                packageReferenceId,
                version,
                carrier,
                trackingNumber,
                shippedAt,
                units,
                transparencyCodes,
                held,
                sent,
                true,
                attempt);
    }

    /**
     * Lets through what Amazon may be told.
     *
     * @throws RejectedException when the buyer asks to cancel, or the number cannot be a tracking number
     */
    public DuePackage checked() {
        if (held) {
            throw new RejectedException(
                    ReasonCode.CANCEL_REQUESTED,
                    "The buyer asked to cancel what is in this parcel before it was confirmed");
        }
        TrackingNumber.require(carrier, trackingNumber);
        return this;
    }
}
