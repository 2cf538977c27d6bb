package io.fulfillmenthub.ledger;

import java.time.Instant;

/**
 * One parcel as the details of an order show it; absent parts are null.
 *
 * @param packageReferenceId Amazon's id of the parcel within the order
 * @param carrierCode Commerce's carrier code
 * @param carrierTitle Commerce's title of the track
 * @param trackingNumber the tracking number
 * @param shippedAt when it was shipped
 * @param state how far its confirmation is
 * @param reason the code of the reason why it is parked
 * @param note what happened last, or what to do next
 * @param attempts attempts since the last success
 * @param confirmedAt when Amazon was seen to know it
 */
public record PackageEntry(
        int packageReferenceId,
        String carrierCode,
        String carrierTitle,
        String trackingNumber,
        Instant shippedAt,
        String state,
        String reason,
        String note,
        int attempts,
        Instant confirmedAt) {}
