package io.fulfillmenthub.order;

import java.util.Optional;

/** Trying again changes nothing: the order is parked with the reason. Messages never hold personal data. */
public class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ReasonCode reason;
    private final transient RemoteFailure failure;

    /** @param message one sentence a merchant understands, without personal data */
    public RejectedException(ReasonCode reason, String message) {
        this(reason, message, (RemoteFailure) null);
    }

    /** @param cause what went wrong underneath */
    public RejectedException(ReasonCode reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.failure = null;
    }

    /** @param failure the remote side's refusal, null when the hub itself refuses */
    public RejectedException(ReasonCode reason, String message, RemoteFailure failure) {
        super(message);
        this.reason = reason;
        this.failure = failure;
    }

    /** @return why */
    public ReasonCode reason() {
        return reason;
    }

    /** @return the remote side's refusal */
    public Optional<RemoteFailure> failure() {
        return Optional.ofNullable(failure);
    }
}
