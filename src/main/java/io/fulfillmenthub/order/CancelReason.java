package io.fulfillmenthub.order;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a merchant cancels an order: the values of {@code CancelReason} in Amazon's order-acknowledgement feed. */
public enum CancelReason {
    NO_INVENTORY("NoInventory"),
    SHIPPING_ADDRESS_UNDELIVERABLE("ShippingAddressUndeliverable"),
    CUSTOMER_EXCHANGE("CustomerExchange"),
    BUYER_CANCELED("BuyerCanceled"),
    GENERAL_ADJUSTMENT("GeneralAdjustment"),
    CARRIER_CREDIT_DECISION("CarrierCreditDecision"),
    RISK_ASSESSMENT_INFORMATION_NOT_VALID("RiskAssessmentInformationNotValid"),
    CARRIER_COVERAGE_FAILURE("CarrierCoverageFailure"),
    CUSTOMER_RETURN("CustomerReturn"),
    MERCHANDISE_NOT_RECEIVED("MerchandiseNotReceived");

    private final String amazon;

    CancelReason(String amazon) {
        this.amazon = amazon;
    }

    /** @return the value Amazon knows */
    public String amazon() {
        return amazon;
    }

    /** @return the reason of that name, Amazon's or the constant's, in any case */
    public static Optional<CancelReason> of(String text) {
        return Arrays.stream(values())
                .filter(reason ->
                        reason.amazon.equalsIgnoreCase(text) || reason.name().equalsIgnoreCase(text))
                .findFirst();
    }

    /** @return Amazon's values, separated by commas */
    public static String all() {
        return Arrays.stream(values()).map(CancelReason::amazon).collect(Collectors.joining(", "));
    }
}
