package io.fulfillmenthub.order;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose tracking number it is, told by its form and its check digit; the codes are Amazon's. Forms that only one carrier has
 * are certain. Plain digits whose check digit fits are likely: one foreign number in ten fits by chance, so they count only
 * where nothing else names the carrier.
 */
public final class CarrierInference {

    private static final Pattern UPS = Pattern.compile("1Z[0-9A-Z]{15}\\d");
    private static final Pattern S10 = Pattern.compile("[A-Z]{2}\\d{9}[A-Z]{2}");
    private static final Pattern DHL_PARCEL = Pattern.compile("(JJD|JVGL)[0-9A-Z]{8,21}|00340434\\d{12}");
    private static final Pattern USPS_ZIP = Pattern.compile("420\\d{5}(?:\\d{4})?(9[1-5]\\d{20})");
    private static final Pattern USPS_22 = Pattern.compile("9[1-5]\\d{20}");
    private static final Pattern FEDEX_22 = Pattern.compile("96\\d{20}");

    private static final int[] S10_WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
    private static final int[] FEDEX_WEIGHTS = {3, 1, 7};

    /** The posts among Amazon's carriers, by the country at the end of an S10 number. */
    private static final Map<String, String> POSTS = Map.of(
            "US", "USPS",
            "GB", "Royal Mail",
            "DE", "Deutsche Post",
            "FR", "La Poste",
            "IT", "Poste Italiane",
            "CA", "Canada Post");

    private CarrierInference() {}

    /**
     * Reads forms that only one carrier has.
     *
     * @param number a tracking number without spaces, in upper case
     * @return Amazon's carrierCode
     */
    public static Optional<String> certain(String number) {
        if (UPS.matcher(number).matches()) {
            return when(upsFits(number), "UPS");
        }
        if (S10.matcher(number).matches()) {
            return s10Fits(number) ? Optional.ofNullable(POSTS.get(number.substring(11))) : Optional.empty();
        }
        if (DHL_PARCEL.matcher(number).matches()) {
            return Optional.of("DHL");
        }
        String label = USPS_ZIP.matcher(number).replaceFirst("$1");
        if (USPS_22.matcher(label).matches()) {
            return when(modulo10Fits(label), "USPS");
        }
        return when(FEDEX_22.matcher(number).matches() && modulo10Fits(number.substring(7)), "FedEx");
    }

    /**
     * Reads plain digits whose check digit fits.
     *
     * @param number a tracking number without spaces, in upper case
     * @return Amazon's carrierCode
     */
    public static Optional<String> likely(String number) {
        if (!number.matches("\\d+")) {
            return Optional.empty();
        }
        return switch (number.length()) {
            case 10 -> when(Integer.parseInt(number.substring(0, 9)) % 7 == digit(number, 9), "DHL");
            case 12 -> when(fedexFits(number), "FedEx");
            case 15 -> when(modulo10Fits(number), "FedEx");
            case 20 -> when(modulo10Fits(number), "USPS");
            default -> Optional.empty();
        };
    }

    /** Letters count as 2 to 9 and on, every second of the 15 characters after 1Z twice. */
    private static boolean upsFits(String number) {
        int sum = 0;
        for (int i = 2; i < 17; i++) {
            char c = number.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : (c - 63) % 10;
            sum += i % 2 == 0 ? value : 2 * value;
        }
        return (10 - sum % 10) % 10 == digit(number, 17);
    }

    /** UPU S10: weights over eight digits, modulo 11. */
    private static boolean s10Fits(String number) {
        int sum = 0;
        for (int i = 0; i < S10_WEIGHTS.length; i++) {
            sum += digit(number, i + 2) * S10_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return (check == 10 ? 0 : check == 11 ? 5 : check) == digit(number, 10);
    }

    private static boolean fedexFits(String number) {
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += digit(number, i) * FEDEX_WEIGHTS[i % 3];
        }
        return sum % 11 % 10 == digit(number, 11);
    }

    /** GS1's: from the right, every second digit three times. */
    private static boolean modulo10Fits(String number) {
        int sum = 0;
        int last = number.length() - 1;
        for (int i = 0; i < last; i++) {
            sum += digit(number, i) * ((last - i) % 2 == 1 ? 3 : 1);
        }
        return (10 - sum % 10) % 10 == digit(number, last);
    }

    private static int digit(String number, int index) {
        return number.charAt(index) - '0';
    }

    private static Optional<String> when(boolean fits, String code) {
        return fits ? Optional.of(code) : Optional.empty();
    }
}
