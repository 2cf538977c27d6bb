package io.fulfillmenthub.order;

import java.time.Instant;

/**
 * A merchant's cancellation claimed from the ledger, of which Amazon is to be told by a feed.
 *
 * @param order the order
 * @param reason why
 * @param ask how often it was asked for; Amazon may have refused it before
 * @param begunAt when a submission began whose feed may exist although it is not recorded, null when there is none
 * @param feedId Amazon's feed, null until it is submitted
 * @param attempt the number of this claim
 */
public record DueCancellation(Order order, CancelReason reason, int ask, Instant begunAt, String feedId, long attempt)
        implements Work {

    @Override
    public OrderKey key() {
        return order.key();
    }

    /** @return whether the feed is still to be submitted */
    public boolean unsent() {
        return feedId == null;
    }

    /** @return whether Amazon has the feed */
    public boolean sent() {
        return feedId != null;
    }

    /** @return whether an earlier submission may have reached Amazon */
    public boolean uncertain() {
        return unsent() && begunAt != null;
    }

    /** @return the identity of the submission as a side effect */
    public String effect() {
        return "cancel:" + key() + "/" + ask;
    }

    /** @return the cancellation with its feed */
    public DueCancellation submitted(String id) {
        return new DueCancellation(order, reason, ask, begunAt, id, attempt);
    }

    /** @return the order and nothing personal */
    @Override
    public String toString() {
        return "DueCancellation[" + key() + "]";
    }
}
