package io.fulfillmenthub.order;

import java.util.List;
import java.util.Map;

/** Which units travel in which parcel when a shipment has several tracks ({@code hub.shipments.split}). */
public enum SplitRule {
    /** The units are dealt out one by one: no parcel is empty while there are units. */
    DEAL,
    /** The first parcel takes all; Amazon hears of no other, since it takes no parcel without units. */
    FIRST;

    /**
     * Splits the units of a shipment.
     *
     * @param units units left, by Amazon order item id
     * @param tracks the number of tracks
     * @return units by Amazon order item id for each track
     */
    public List<Map<String, Integer>> split(Map<String, Integer> units, int tracks) {
        return this == DEAL ? ParcelSplit.deal(units, tracks) : ParcelSplit.first(units, tracks);
    }
}
