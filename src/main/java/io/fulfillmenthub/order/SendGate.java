package io.fulfillmenthub.order;

import java.util.function.Supplier;

/** The one door through which every changing request leaves the hub. */
public interface SendGate {

    /**
     * Lets a request go out.
     *
     * @param request writes it down; asked only when it is withheld
     * @throws WithheldException in read-only mode, after the request was recorded
     */
    void pass(Supplier<OutgoingRequest> request);
}
