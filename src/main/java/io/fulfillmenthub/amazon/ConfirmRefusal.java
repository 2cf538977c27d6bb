package io.fulfillmenthub.amazon;

import io.fulfillmenthub.order.OutcomeUnknownException;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RemoteFailure;
import java.time.Duration;
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
            "Amazon no longer has the items of this order"),
    CARRIER(
            "CarrierNameCorrection|InvalidCarrier|carrier.{0,80}not supported",
            ReasonCode.CARRIER_REFUSED,
            "Amazon refused the carrier"),
    TRACKING(
            "BlockedTrackingId|DuplicateTrackingId|tracking.{0,80}invalid",
            ReasonCode.TRACKING_REFUSED,
            "Amazon refused the tracking number"),
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
                ? new OutcomeUnknownException(message, failure, Duration.ZERO)
                : new RejectedException(reason, message, failure);
    }
}
