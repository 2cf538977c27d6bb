package io.fulfillmenthub.order;

/** A changing request was recorded instead of sent: the hub is in read-only mode. Its work waits until that ends. */
public final class WithheldException extends RejectedException {

    private static final long serialVersionUID = 1L;

    private final String operation;

    /** @param operation what was not sent, such as {@code create-order} */
    public WithheldException(String operation) {
        super(ReasonCode.READ_ONLY, "Read-only mode: " + operation + " is recorded, not sent");
        this.operation = operation;
    }

    /** @return what was not sent */
    public String operation() {
        return operation;
    }
}
