package io.fulfillmenthub.order;

import java.util.Locale;

/** A moment in the life of an order at which a user's own routes are called, see docs/customizing.md. */
public enum Slot {
    /** Before the order is created in Commerce; a subscriber may add to it or refuse it. */
    ORDER_RECEIVED,
    /** The order exists in Commerce. */
    ORDER_IMPORTED,
    /** The order was cancelled at Amazon and is settled in Commerce. */
    ORDER_CANCELLED,
    /** Amazon shows a package that was confirmed to it. */
    SHIPMENT_CONFIRMED,
    /** Something of the order was parked and waits for a person. */
    ORDER_ATTENTION;

    /** @return the name in {@code hub.subscribers} and in the header {@code HubSlot} */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
