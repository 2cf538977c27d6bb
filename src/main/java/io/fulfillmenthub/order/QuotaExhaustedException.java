package io.fulfillmenthub.order;

import java.time.Duration;

/** The account's own quota has no token left: nothing was sent, and waiting costs no attempt. */
public class QuotaExhaustedException extends RetryableException {

    private static final long serialVersionUID = 1L;

    /** @param wait until the next token is there */
    public QuotaExhaustedException(String operation, Duration wait) {
        super("The quota of " + operation + " is used up for " + wait, null, wait, null);
    }
}
