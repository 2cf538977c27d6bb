package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.Map;

/**
 * A package that Amazon shows, as subscribers of {@code shipment-confirmed} receive it; its JSON form only ever gains fields.
 *
 * @param accountId the seller account
 * @param amazonOrderId Amazon's order id
 * @param marketplaceId the marketplace, null for orders of other channels
 * @param packageReferenceId the package's number within the order
 * @param version grows when the tracking was corrected and confirmed anew
 * @param carrierCode Amazon's carrier code, {@code Other} for one it does not list
 * @param carrierName the carrier's name, null where the code says it
 * @param trackingNumber the tracking number
 * @param shippedAt when it was shipped
 * @param units units by Amazon order item id
 */
public record ConfirmedShipment(
        String accountId,
        String amazonOrderId,
        String marketplaceId,
        int packageReferenceId,
        int version,
        String carrierCode,
        String carrierName,
        String trackingNumber,
        Instant shippedAt,
        Map<String, Integer> units) {

    public ConfirmedShipment {
        units = units == null ? Map.of() : Map.copyOf(units);
    }

    /** @return the confirmed package */
    public static ConfirmedShipment of(DuePackage parcel) {
        return new ConfirmedShipment(
                parcel.key().accountId(),
                parcel.key().amazonOrderId(),
                parcel.marketplaceId(),
                parcel.packageReferenceId(),
                parcel.version(),
                parcel.carrier().code(),
                parcel.carrier().name(),
                parcel.trackingNumber(),
                parcel.shippedAt(),
                parcel.units());
    }
}
