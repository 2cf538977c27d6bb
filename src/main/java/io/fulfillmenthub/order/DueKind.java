package io.fulfillmenthub.order;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of work that routes claim, named as in the endpoint {@code due?kind=…}. */
public enum DueKind {
    ORDERS,
    ANNOUNCEMENTS,
    DELIVERIES,
    PACKAGES,
    RECEIVED_SHIPMENTS,
    SHIPMENT_CHECKS,
    CANCELLATIONS,
    REHEARSALS;

    /** @return the kind of that name; @throws IllegalArgumentException if there is none, with those there are */
    public static DueKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no due work of kind '" + name + "'; the kinds are "
                                + Arrays.stream(values()).map(DueKind::text).collect(Collectors.joining(", "))));
    }

    /** @return its name in an address */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
