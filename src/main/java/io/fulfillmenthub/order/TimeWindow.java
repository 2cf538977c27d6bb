package io.fulfillmenthub.order;

import java.time.Instant;

/**
 * Amazon's ship-by or deliver-by window; either end may be null.
 *
 * @param earliest not before
 * @param latest not after
 */
public record TimeWindow(Instant earliest, Instant latest) {

    /** A window of which Amazon says nothing. */
    public static final TimeWindow OPEN = new TimeWindow(null, null);
}
