package io.fulfillmenthub.amazon;

import io.fulfillmenthub.order.DueCancellation;
import io.fulfillmenthub.order.FeedReport;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.Work;

/**
 * What the later calls of a submission need to know.
 *
 * @param due the cancellation
 * @param documentId the document that was uploaded, or the result that is read
 * @param report what is known of the feed, null before it is asked for
 */
record FeedStep(DueCancellation due, String documentId, FeedReport report) implements Work {

    @Override
    public OrderKey key() {
        return due.key();
    }

    @Override
    public long attempt() {
        return due.attempt();
    }

    /** @return the order and nothing personal */
    @Override
    public String toString() {
        return "FeedStep[" + due.key() + "]";
    }
}
