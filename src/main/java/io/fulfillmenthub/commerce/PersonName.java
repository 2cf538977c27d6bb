package io.fulfillmenthub.commerce;

/**
 * A name in Commerce's two fields; Amazon has one.
 *
 * @param first up to the first blank
 * @param last what follows the first blank, the placeholder when nothing does
 */
record PersonName(String first, String last) {

    /** What Commerce takes where nothing is left of a customer's name. */
    private static final String NAMELESS = "-";

    /**
     * Splits at the first blank; no character but blanks at the split and the ends is lost.
     *
     * @param full Amazon's name, null or blank where Amazon gives none: then both fields are the placeholder
     * @param placeholder {@code hub.orders.name-placeholder}
     */
    static PersonName of(String full, String placeholder) {
        if (full == null || full.isBlank()) {
            return new PersonName(placeholder, placeholder);
        }
        String[] parts = full.strip().split("[\\s\\u00a0\\u3000]+", 2);
        return new PersonName(parts[0], parts.length == 2 ? parts[1] : placeholder);
    }

    /** @return the name as Commerce takes it for customers, whose names it checks; those of orders keep every character */
    PersonName ofCustomer() {
        return new PersonName(acceptable(first), acceptable(last));
    }

    private static String acceptable(String name) {
        String bare = name.replaceAll("[^\\p{L}\\p{M}\\d\\s,\\-_.'’`&;]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return bare.isEmpty() ? NAMELESS : bare;
    }
}
