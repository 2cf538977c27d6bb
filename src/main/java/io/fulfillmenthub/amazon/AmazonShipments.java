package io.fulfillmenthub.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.amazon.AmazonJson.ConfirmItem;
import io.fulfillmenthub.amazon.AmazonJson.ConfirmShipmentRequest;
import io.fulfillmenthub.amazon.AmazonJson.PackageDetail;
import io.fulfillmenthub.amazon.AmazonSettings.Account;
import io.fulfillmenthub.order.Carrier;
import io.fulfillmenthub.order.DuePackage;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Confirming shipments to Amazon: confirmShipment of the Orders API v0, the only version that has it. */
public class AmazonShipments {

    private final ObjectMapper json = new ObjectMapper();
    private final AmazonSettings settings;

    AmazonShipments(AmazonSettings settings) {
        this.settings = settings;
    }

    /**
     * Tells Amazon of one package; the same reference id again edits that package.
     *
     * @throws RejectedException when the package cannot be described to Amazon
     */
    public AmazonCall confirmCall(DuePackage due) {
        Account account = settings.account(due.key().accountId());
        return AmazonCall.post(
                AmazonOperation.CONFIRM_SHIPMENT,
                account.id(),
                due,
                account.url("/orders/v0/orders/" + due.key().amazonOrderId() + "/shipmentConfirmation"),
                "application/json",
                text(request(due)));
    }

    /** @return the package that Amazon accepted; only reading the order proves that it kept it */
    public DuePackage confirmed(AmazonCall call) {
        return (DuePackage) call.question();
    }

    /** @return the package that Amazon refused because it knows it already; only reading the order tells whether it does */
    public DuePackage doubted(AmazonCall call) {
        return confirmed(call).inDoubt();
    }

    ConfirmShipmentRequest request(DuePackage due) {
        Carrier carrier = due.carrier();
        return new ConfirmShipmentRequest(
                required("marketplace", due.marketplaceId()),
                new PackageDetail(
                        String.valueOf(due.packageReferenceId()),
                        carrier.code(),
                        Carrier.UNLISTED.equals(carrier.code()) ? carrierName(carrier) : carrier.name(),
                        AmazonFields.text(carrier.method()),
                        required("tracking number", due.trackingNumber()),
                        due.shippedAt().truncatedTo(ChronoUnit.MILLIS).toString(),
                        items(due)));
    }

    private static List<ConfirmItem> items(DuePackage due) {
        return due.units().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(unit -> new ConfirmItem(
                        unit.getKey(), unit.getValue(), due.transparencyCodes().get(unit.getKey())))
                .toList();
    }

    private static String carrierName(Carrier carrier) {
        return Optional.ofNullable(AmazonFields.text(carrier.name()))
                .orElseThrow(() -> new RejectedException(
                        ReasonCode.CARRIER_REFUSED, "The package has neither a carrier code nor a title"));
    }

    private static String required(String what, String text) {
        return Optional.ofNullable(AmazonFields.text(text))
                .orElseThrow(() -> new RejectedException(
                        ReasonCode.AMAZON_REFUSED, "The package has no " + what + ", which Amazon requires"));
    }

    private String text(ConfirmShipmentRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A shipment confirmation cannot be written as JSON", e);
        }
    }
}
