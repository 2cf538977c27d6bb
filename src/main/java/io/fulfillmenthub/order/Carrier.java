package io.fulfillmenthub.order;

/**
 * A carrier in Amazon's words.
 *
 * @param code Amazon's {@code carrierCode}, {@code Other} for a carrier it does not list
 * @param name {@code carrierName}, which {@code Other} needs; null for listed carriers
 * @param method {@code shippingMethod}, null without one
 * @param source what told the carrier
 */
public record Carrier(String code, String name, String method, Source source) {

    /** Amazon's word for a carrier that it does not list. */
    public static final String UNLISTED = "Other";

    /** What told the carrier, the surest first. */
    public enum Source {
        RULE,
        CODE,
        TITLE,
        NUMBER,
        UNMAPPED
    }

    /** @return whether nothing told the carrier: Amazon gets the name that the shipment bears */
    public boolean unmapped() {
        return source == Source.UNMAPPED;
    }

    static Carrier listed(String code, Source source) {
        return new Carrier(code, null, null, source);
    }

    static Carrier unlisted(String name) {
        return new Carrier(UNLISTED, name, null, Source.UNMAPPED);
    }
}
