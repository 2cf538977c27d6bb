package io.fulfillmenthub.order;

/** The one door through which every changing request leaves the hub. */
public interface SendGate {

    /**
     * Lets a request go out.
     *
     * @throws WithheldException in read-only mode, after the request was recorded
     */
    void pass(OutgoingRequest request);
}
