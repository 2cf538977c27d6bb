package io.fulfillmenthub.order;

import java.time.Duration;
import java.util.Optional;

/** Trying again may help: the remote side is busy, unreachable or broken, and nothing has happened there. */
public class RetryableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RemoteFailure failure;
    private final Duration notBefore;

    /** @param failure what the remote side answered, null when the hub itself asks for the delay */
    public RetryableException(String message, RemoteFailure failure, Throwable cause) {
        this(message, failure, null, cause);
    }

    /** @param notBefore how long to wait at least, null when the back-off decides */
    public RetryableException(String message, RemoteFailure failure, Duration notBefore, Throwable cause) {
        super(message, cause);
        this.failure = failure;
        this.notBefore = notBefore;
    }

    /** @return what the remote side answered */
    public Optional<RemoteFailure> failure() {
        return Optional.ofNullable(failure);
    }

    /** @return whether the step may be repeated at once */
    public boolean atOnce() {
        return notBefore == null;
    }

    /** @return how long to wait at least */
    public Optional<Duration> notBefore() {
        return Optional.ofNullable(notBefore);
    }
}
