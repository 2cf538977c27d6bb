package io.fulfillmenthub.order;

import java.time.Duration;

/** A changing call got no clear answer: it may have happened. The next attempt must look before it repeats the call. */
public class OutcomeUnknownException extends RetryableException {

    private static final long serialVersionUID = 1L;

    /** @param failure what is known of the answer */
    public OutcomeUnknownException(String message, RemoteFailure failure, Throwable cause) {
        super(message, failure, cause);
    }

    /** @param notBefore how long to wait before looking; zero when the other side has certainly finished */
    public OutcomeUnknownException(String message, RemoteFailure failure, Duration notBefore) {
        super(message, failure, notBefore, null);
    }
}
