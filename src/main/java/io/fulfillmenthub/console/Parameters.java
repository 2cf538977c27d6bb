package io.fulfillmenthub.console;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The query parameters of a request, read strictly: blank means absent, anything unreadable is refused by name. */
final class Parameters {

    private static final int LONGEST_TEXT = 200;
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,7}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Duration TICK_OF_THE_DATABASE = Duration.ofNanos(1000);

    private final Map<String, List<String>> values;

    Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** @return the text without surrounding blanks, null when absent */
    String text(String name) {
        List<String> given = values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (given.isEmpty()) {
            return null;
        }
        String text = given.get(0);
        if (given.size() > 1 || text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw new BadParameterException(name, "one text of at most 200 printable characters", "smith");
        }
        return text;
    }

    int number(String name, int fallback, int least, int most) {
        String text = text(name);
        if (text == null) {
            return fallback;
        }
        if (!WHOLE_NUMBER.matcher(text).matches() || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new BadParameterException(
                    name, "a whole number from " + least + " to " + most, String.valueOf(fallback));
        }
        return Integer.parseInt(text);
    }

    BigDecimal amount(String name) {
        String text = text(name);
        if (text != null && !AMOUNT.matcher(text).matches()) {
            throw new BadParameterException(name, "an amount with at most four decimals", "19.99");
        }
        return text == null ? null : new BigDecimal(text);
    }

    /** @return the instant, or the first instant of the UTC day */
    Instant from(String name) {
        return time(name, Duration.ZERO);
    }

    /** @return the instant, or the last instant of the UTC day */
    Instant to(String name) {
        return time(name, Duration.ofDays(1).minus(TICK_OF_THE_DATABASE));
    }

    <E extends Enum<E>> E one(String name, Class<E> type, E fallback) {
        String text = text(name);
        return text == null ? fallback : choice(name, type, text);
    }

    /** @return the values, given as repeated parameters or separated by commas; empty when absent */
    <E extends Enum<E>> Set<E> many(String name, Class<E> type) {
        Set<E> chosen = new LinkedHashSet<>();
        values.getOrDefault(name, List.of()).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(text -> chosen.add(choice(name, type, text)));
        return chosen;
    }

    private static <E extends Enum<E>> E choice(String name, Class<E> type, String text) {
        E[] choices = type.getEnumConstants();
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadParameterException(
                        name, "one of " + Arrays.toString(choices), String.valueOf(choices[0])));
    }

    private Instant time(String name, Duration intoTheDay) {
        String text = text(name);
        try {
            if (text == null) {
                return null;
            }
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .plus(intoTheDay);
            }
            return inFourDigitYears(Instant.parse(text));
        } catch (DateTimeException e) {
            throw new BadParameterException(name, "a UTC date or an ISO instant", "2026-01-31 or 2026-01-31T08:30:00Z");
        }
    }

    private static Instant inFourDigitYears(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year < 0 || year > 9999) {
            throw new DateTimeException("year");
        }
        return time;
    }
}
