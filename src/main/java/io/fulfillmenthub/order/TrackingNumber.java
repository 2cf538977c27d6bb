package io.fulfillmenthub.order;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be a tracking number at all: checked before Amazon is told, since a refused call counts against the quota. */
public final class TrackingNumber {

    private static final int LONGEST = 50;
    private static final Set<String> PLACEHOLDERS =
            Set.of("na", "none", "null", "tbd", "tba", "tbc", "test", "pending", "unknown", "notracking");

    private TrackingNumber() {}

    /** @return the number without spaces and in upper case, empty for none */
    public static Optional<String> plain(String text) {
        return Optional.ofNullable(text)
                .map(given -> given.replaceAll("[\\s\\p{Z}\\p{C}]+", "").toUpperCase(Locale.ROOT))
                .filter(number -> !number.isEmpty());
    }

    /** @return whether both are the same number, however they are written */
    public static boolean same(String one, String other) {
        return plain(one).isPresent() && plain(one).equals(plain(other));
    }

    /**
     * Refuses what no carrier gives out.
     *
     * @throws RejectedException TRACKING_REFUSED with what is wrong
     */
    public static void require(Carrier carrier, String text) {
        String number = plain(text).orElseThrow(() -> refused("is blank"));
        if (number.length() > LONGEST) {
            throw refused("has " + number.length() + " characters, more than the " + LONGEST + " Amazon may take");
        }
        if (PLACEHOLDERS.contains(number.replaceAll("[^A-Z]", "").toLowerCase(Locale.ROOT))
                && !number.matches(".*\\d.*")) {
            throw refused("is a placeholder");
        }
        if (!number.matches("[A-Z0-9][A-Z0-9./_#-]*") || !number.matches(".*\\d.*")) {
            throw refused("has no digit, or other characters than letters, digits, dots, dashes and slashes");
        }
        if (number.matches("(.)\\1{5,}")) {
            throw refused("is one character over and over");
        }
        if ("UPS".equals(carrier.code()) && number.startsWith("1Z") && !number.matches("1Z[0-9A-Z]{16}")) {
            throw refused("begins as UPS numbers do, which have 18 letters and digits");
        }
    }

    private static RejectedException refused(String what) {
        return new RejectedException(ReasonCode.TRACKING_REFUSED, "The tracking number " + what);
    }
}
