package io.fulfillmenthub.console;

import io.fulfillmenthub.order.Address;
import io.fulfillmenthub.order.StorableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** A corrected address as an operator gives it: fields that are left out stay as they are, an empty text clears. */
final class AddressInput implements UnaryOperator<Address> {

    private static final Set<String> FIELDS = new TreeSet<>(
            Set.of("name", "company", "lines", "city", "district", "region", "postalCode", "countryCode", "phone"));
    private static final int MOST_LINES = 3;

    private final Map<String, Object> given;

    private AddressInput(Map<String, Object> given) {
        this.given = given;
    }

    /**
     * Reads JSON.
     *
     * @throws IllegalArgumentException naming the field that is unknown or of another type
     */
    static AddressInput of(Map<String, Object> json) {
        json.forEach((field, value) -> {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException(field + " is no field of an address: give some of " + FIELDS);
            }
            boolean text = value == null || value instanceof String;
            boolean texts = value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
            if ("lines".equals(field) ? !texts : !text) {
                throw new IllegalArgumentException(
                        field + " is of another type: give " + ("lines".equals(field) ? "a list of texts" : "a text"));
            }
        });
        return new AddressInput(json);
    }

    /** Reads the form of the page, which gives every field, and the street line by line. */
    static AddressInput ofForm(MultiValueMap<String, String> form) {
        Map<String, Object> given = new LinkedHashMap<>();
        FIELDS.stream().filter(form::containsKey).forEach(field -> given.put(field, form.getFirst(field)));
        given.put(
                "lines",
                Stream.of("line1", "line2", "line3")
                        .map(form::getFirst)
                        .map(AddressInput::orEmpty)
                        .toList());
        return new AddressInput(given);
    }

    /**
     * Corrects an address.
     *
     * @param known the address so far, null when there is none
     * @throws IllegalArgumentException naming the field without which no parcel arrives
     */
    @Override
    public Address apply(Address known) {
        Address from = known == null ? new Address(null, null, null, null, null, null, null, null, null) : known;
        Address corrected = new Address(
                text("name", from.name()),
                text("company", from.company()),
                lines(from.lines()),
                text("city", from.city()),
                text("district", from.district()),
                text("region", from.region()),
                text("postalCode", from.postalCode()),
                country(text("countryCode", from.countryCode())),
                text("phone", from.phone()));
        require(corrected.name() != null, "name is missing: give the recipient");
        require(!corrected.lines().isEmpty(), "lines is empty: give one to three lines of the street");
        require(corrected.lines().size() <= MOST_LINES, "lines has more than three lines: give one to three");
        require(corrected.city() != null, "city is missing: give the city");
        require(corrected.countryCode() != null, "countryCode is missing: give two letters such as US");
        return corrected;
    }

    private String text(String field, String known) {
        return given.containsKey(field) ? clean((String) given.get(field)) : known;
    }

    private List<String> lines(List<String> known) {
        return given.get("lines") instanceof List<?> lines
                ? lines.stream()
                        .map(line -> clean((String) line))
                        .filter(line -> line != null)
                        .toList()
                : known;
    }

    private static String country(String code) {
        if (code == null) {
            return null;
        }
        String upper = code.toUpperCase(Locale.ROOT);
        require(
                Set.of(Locale.getISOCountries()).contains(upper),
                "countryCode is no ISO 3166-1 code: give two letters such as US");
        return upper;
    }

    private static String clean(String text) {
        String bare =
                orEmpty(StorableText.of(text)).replaceAll("\\p{Cntrl}+", " ").strip();
        return bare.isEmpty() ? null : bare;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
