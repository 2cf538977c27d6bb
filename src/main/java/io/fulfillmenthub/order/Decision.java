package io.fulfillmenthub.order;

import java.util.Optional;

/**
 * What the hub does next with an order.
 *
 * @param action what to do
 * @param reason why it waits or is left alone, null otherwise
 */
public record Decision(Action action, ReasonCode reason) {

    /** The ways an order can go on. */
    public enum Action {
        /** It may not be imported yet. */
        WAIT,
        /** It is created in Commerce, or found there. */
        IMPORT,
        /** Amazon cancelled it. */
        CANCEL,
        /** It exists in Commerce: see whether both sides are finished with it. */
        COMPLETE,
        /** It is never imported. */
        IGNORE
    }

    static Decision of(Action action) {
        return new Decision(action, null);
    }

    static Decision of(Action action, ReasonCode reason) {
        return new Decision(action, reason);
    }

    /** @return why it waits or is left alone */
    public Optional<ReasonCode> why() {
        return Optional.ofNullable(reason);
    }
}
