package io.fulfillmenthub.order;

/** A user's own route failed, or its system did: handed over again later, and parked in the end. */
public class SubscriberFailedException extends RetryableException {

    private static final long serialVersionUID = 1L;

    /** @param message one sentence with the subscriber's name, without personal data */
    public SubscriberFailedException(String message, Throwable cause) {
        super(message, null, cause);
    }
}
