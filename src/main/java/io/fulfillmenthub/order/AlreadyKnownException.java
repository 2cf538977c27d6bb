package io.fulfillmenthub.order;

/** Amazon refuses a confirmation because it knows the parcel already: what it shows of the order tells whether all is well. */
public final class AlreadyKnownException extends RejectedException {

    public AlreadyKnownException(String message, RemoteFailure failure) {
        super(ReasonCode.SHIPPED_DIFFERENTLY, message, failure);
    }
}
