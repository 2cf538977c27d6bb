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
 * @param original what Amazon gave, if an operator corrected the address; null for Amazon's own
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
        String phone,
        Address original) {

    private static final Address NOTHING = new Address(null, null, null, null, null, null, null, null, null);

    public Address {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** An address as Amazon gives it. */
    public Address(
            String name,
            String company,
            List<String> lines,
            String city,
            String district,
            String region,
            String postalCode,
            String countryCode,
            String phone) {
        this(name, company, lines, city, district, region, postalCode, countryCode, phone, null);
    }

    /**
     * Corrects what Amazon gave.
     *
     * @param known the address so far, null when Amazon gave none
     * @return this address, keeping Amazon's own beside it
     */
    Address correcting(Address known) {
        Address before = known == null ? NOTHING : known;
        Address amazons = before.original == null ? before : before.original;
        return new Address(name, company, lines, city, district, region, postalCode, countryCode, phone, amazons);
    }

    /**
     * Keeps what was known where Amazon is silent, and a correction as long as Amazon gives what was corrected; an address that
     * Amazon changed since then wins.
     */
    static Address newest(Address shown, Address known) {
        if (shown == null || known == null) {
            return shown == null ? known : shown;
        }
        return !shown.deliverable() || shown.equals(known.original) ? known : shown;
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
