package io.fulfillmenthub.order;

import java.util.regex.Pattern;

/** Texts of remote sides as a database and JSON can carry them: PostgreSQL stores no NUL, UTF-8 no half of a character. */
public final class StorableText {

    private static final Pattern NUL = Pattern.compile("\u0000");
    private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\p{Cs}");

    private StorableText() {}

    /** @return the text without NUL, halves of characters replaced by U+FFFD; null for null */
    public static String of(String text) {
        return text == null
                ? null
                : HALF_A_CHARACTER.matcher(NUL.matcher(text).replaceAll("")).replaceAll("\uFFFD");
    }
}
