package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.ReasonCode;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why work is parked: a reason, or one subject of it; written {@code PRODUCT_UNKNOWN} or {@code PRODUCT_UNKNOWN-1a2b3c4d}.
 *
 * @param reason the reason
 * @param subject eight hexadecimal digits that stand for kind and sentence, null for every subject
 */
public record Cause(ReasonCode reason, String subject) {

    private static final Pattern FORM = Pattern.compile("([A-Z_]{1,60})(?:-([0-9a-f]{8}))?");

    /** @return the cause that is written so, empty when none is */
    public static Optional<Cause> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(ReasonCode.values())
                .filter(reason -> reason.name().equals(form.group(1)))
                .map(reason -> new Cause(reason, form.group(2)))
                .findFirst();
    }

    @Override
    public String toString() {
        return subject == null ? reason.name() : reason + "-" + subject;
    }
}
