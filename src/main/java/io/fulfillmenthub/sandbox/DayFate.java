package io.fulfillmenthub.sandbox;

/** What will become of an order; its id tells, so that the same happens after a restart. */
enum DayFate {
    /** The buyer cancels it before the payment is verified. */
    CANCELLED_EARLY,
    /** The buyer cancels it once it waits to be shipped. */
    CANCELLED_LATE,
    SHIPPED_WHOLE,
    /** Two shipments with a part of the goods each. */
    SHIPPED_IN_PARTS,
    /** One shipment of two parcels. */
    SHIPPED_WITH_TWO_TRACKS,
    /** A shipment without a tracking number, which follows later. */
    SHIPPED_WITH_LATE_TRACK;

    private static final DayChance IDS = new DayChance(1);

    static DayFate of(String orderId) {
        int percent = IDS.of(orderId, 0).nextInt(100);
        if (percent < 5) {
            return CANCELLED_EARLY;
        } else if (percent < 11) {
            return CANCELLED_LATE;
        } else if (percent < 60) {
            return SHIPPED_WHOLE;
        } else if (percent < 80) {
            return SHIPPED_IN_PARTS;
        }
        return percent < 90 ? SHIPPED_WITH_TWO_TRACKS : SHIPPED_WITH_LATE_TRACK;
    }

    boolean cancelled() {
        return this == CANCELLED_EARLY || this == CANCELLED_LATE;
    }
}
