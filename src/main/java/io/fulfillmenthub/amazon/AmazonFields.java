package io.fulfillmenthub.amazon;

import io.fulfillmenthub.amazon.AmazonJson.WireMoney;
import io.fulfillmenthub.order.Money;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.StorableText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The single values of Amazon's JSON; a value that cannot be read is refused with the name of its field, never its content. */
final class AmazonFields {

    private static final int MOST_UNITS = 1_000_000;
    private static final Instant EARLIEST = Instant.parse("1994-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private AmazonFields() {}

    /** @return the text without surrounding blanks and without what cannot be stored, null for nothing */
    static String text(String text) {
        String storable = StorableText.of(text);
        return storable == null || storable.isBlank() ? null : storable.strip();
    }

    /** @return the list, an empty one for nothing */
    static <T> List<T> list(List<T> list) {
        return list == null ? List.of() : list;
    }

    static String id(String field, String text) {
        String id = text(text);
        if (id == null || !id.matches("[A-Za-z0-9._-]{1,64}")) {
            throw unreadable(field, id == null ? "is missing" : "is no id of Amazon");
        }
        return id;
    }

    /** @return the moment, null for nothing */
    static Instant time(String field, String text) {
        String time = text(text);
        return time == null ? null : requiredTime(field, time);
    }

    static Instant requiredTime(String field, String text) {
        String time = text(text);
        if (time == null) {
            throw unreadable(field, "is missing");
        }
        try {
            Instant moment = OffsetDateTime.parse(time).toInstant();
            if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
                throw unreadable(field, "lies in another age");
            }
            return moment;
        } catch (DateTimeException e) {
            throw new RejectedException(ReasonCode.ORDER_UNREADABLE, field + " is no ISO 8601 date and time", e);
        }
    }

    static int units(String field, Integer units) {
        if (units == null) {
            throw unreadable(field, "is missing");
        }
        if (units < 0 || units > MOST_UNITS) {
            throw unreadable(field, "is " + units);
        }
        return units;
    }

    /** @return the amount, null for nothing */
    static Money money(String field, WireMoney money) {
        return money == null ? null : requiredMoney(field, money);
    }

    static Money requiredMoney(String field, WireMoney money) {
        if (money == null) {
            throw new RejectedException(ReasonCode.MONEY_UNREADABLE, field + " is missing");
        }
        try {
            return Money.of(money.amount(), money.currencyCode());
        } catch (RejectedException e) {
            throw new RejectedException(ReasonCode.MONEY_UNREADABLE, field + ": " + e.getMessage(), e);
        }
    }

    static RejectedException unreadable(String field, String why) {
        return new RejectedException(ReasonCode.ORDER_UNREADABLE, field + " " + why);
    }
}
