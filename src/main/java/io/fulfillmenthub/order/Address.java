package io.fulfillmenthub.order;

import java.util.List;

/**
 * Where an order goes, as Amazon gives it ({@code recipient.deliveryAddress}); absent parts are null, nothing is invented.
 *
 * @param name the recipient, one field at Amazon
 * @param company the recipient's company
 * @param lines addressLine1 to addressLine3 without blank ones
 * @param city the city
 * @param district Amazon's districtOrCounty
 * @param region Amazon's stateOrRegion: a code or free text
 * @param postalCode the postal code
 * @param countryCode ISO 3166-1 alpha-2
 * @param phone the recipient's phone; Amazon leaves it out for FBA and long-shipped orders
 */
public record Address(
        String name,
        String company,
        List<String> lines,
        String city,
        String district,
        String region,
        String postalCode,
        String countryCode,
        String phone) {

    public Address {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** @return whether a parcel could be sent there: Amazon gave a name, a street line and a country */
    public boolean deliverable() {
        return present(name) && !lines.isEmpty() && present(countryCode);
    }

    /** @return the country and the region only */
    public Address withoutPersonalData() {
        return new Address(null, null, List.of(), null, null, region, null, countryCode, null);
    }

    private static boolean present(String text) {
        return text != null && !text.isBlank();
    }

    /** @return no part of the address, so that it can never reach a log */
    @Override
    public String toString() {
        return "Address[…]";
    }
}
