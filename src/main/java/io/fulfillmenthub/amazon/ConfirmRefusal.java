package io.fulfillmenthub.amazon;

import io.fulfillmenthub.order.AlreadyKnownException;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RemoteFailure;
import java.util.regex.Pattern;

/** Why Amazon refuses a shipment confirmation: its code is always InvalidInput, the message alone tells the cases apart. */
enum ConfirmRefusal {
    /** Amazon has it already, or accepts no further edit: the order itself tells whether all is well. */
    KNOWN_ALREADY(
            "PackageToUpdateNotFound|already fulfilled|InvalidPackageVersion|maximum number of allowed updates",
            null,
            "Amazon already knows a package of this order"),
    CANCELLED(
            "NonexistentOrderItem|Failed to find order item list",
            ReasonCode.CANCELLED_AFTER_SHIPMENT,
            "Amazon no longer has the items of this order, it is cancelled"),
    UNWANTED(
            "do not require manual confirmation|don't require manual confirmation|fulfilled by Amazon",
            ReasonCode.CONFIRMATION_UNWANTED,
            "Amazon wants no confirmation of this order"),
    REFERENCE(
            "packageReferenceId",
            ReasonCode.HUB_ERROR,
            "Amazon refused the package reference, which the hub should have written as a string of a positive number"),
    UNITS("overfulfillment|over-fulfillment", ReasonCode.UNITS_REFUSED, "Amazon refused more units than were ordered"),
    ITEMS("OrderItemId", ReasonCode.UNITS_REFUSED, "Amazon does not know an item of the parcel"),
    CARRIER(
            "CarrierNameCorrection|InvalidCarrier|carrier.{0,80}not supported|CarrierCode|CarrierName",
            ReasonCode.CARRIER_REFUSED,
            "Amazon refused the carrier"),
    BLOCKED("BlockedTrackingId", ReasonCode.TRACKING_REFUSED, "Amazon has blocked the tracking number"),
    DUPLICATE(
            "DuplicateTrackingId",
            ReasonCode.TRACKING_REFUSED,
            "Amazon already has the tracking number on another order"),
    TRACKING(
            "tracking.{0,80}invalid",
            ReasonCode.TRACKING_REFUSED,
            "Amazon refused the tracking number as no number of the carrier"),
    OTHER("", ReasonCode.AMAZON_REFUSED, "Amazon refused the shipment confirmation");

    private final Pattern pattern;
    private final ReasonCode reason;
    private final String sentence;

    ConfirmRefusal(String pattern, ReasonCode reason, String sentence) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        this.reason = reason;
        this.sentence = sentence;
    }

    static RuntimeException of(RemoteFailure failure) {
        String text = failure.code() + " " + failure.message();
        for (ConfirmRefusal refusal : values()) {
            if (refusal.pattern.matcher(text).find()) {
                return refusal.exception(failure);
            }
        }
        return OTHER.exception(failure);
    }

    private RuntimeException exception(RemoteFailure failure) {
        String message = sentence + ": " + failure.message();
        return reason == null
                ? new AlreadyKnownException(message, failure)
                : new RejectedException(reason, message, failure);
    }
}
