package io.fulfillmenthub.console;

import java.util.Locale;

/** A number with what it counts. */
final class Quantity {

    private Quantity() {}

    /** @return such as {@code 1 order} or {@code 1,041 orders}; a hand-over stays what it is handed over to */
    static String of(long size, String what) {
        int end = what.indexOf(" to ");
        String noun = end < 0 ? what : what.substring(0, end);
        String rest = end < 0 ? "" : what.substring(end);
        return String.format(Locale.ROOT, "%,d %s%s%s", size, noun, size == 1 ? "" : "s", rest);
    }
}
