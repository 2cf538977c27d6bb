package io.fulfillmenthub.order;

/**
 * A rule of the merchant's: which of Amazon's carriers a track means. Conditions that are null hold always; texts are compared
 * without regard to case.
 *
 * @param marketplace Amazon's marketplace id
 * @param carrier Commerce's carrier code
 * @param title Commerce's title of the track
 * @param code Amazon's {@code carrierCode}
 * @param name Amazon's {@code carrierName}, for the code {@code Other}
 * @param method Amazon's {@code shippingMethod}
 */
public record CarrierRule(String marketplace, String carrier, String title, String code, String name, String method) {

    boolean fits(String itsMarketplace, String itsCarrier, String itsTitle) {
        return fits(marketplace, itsMarketplace) && fits(carrier, itsCarrier) && fits(title, itsTitle);
    }

    private static boolean fits(String wanted, String given) {
        return wanted == null || given != null && wanted.strip().equalsIgnoreCase(given.strip());
    }

    Carrier carrierOf(String itsTitle) {
        boolean unnamed = Carrier.UNLISTED.equals(code) && (name == null || name.isBlank());
        return new Carrier(code, unnamed ? itsTitle : name, method, Carrier.Source.RULE);
    }
}
