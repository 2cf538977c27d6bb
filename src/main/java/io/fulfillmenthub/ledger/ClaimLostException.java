package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.RetryableException;
import java.time.Duration;

/** A worker was silent for longer than the lease and another one took over: what this one found is not recorded. */
public class ClaimLostException extends RetryableException {

    private static final long serialVersionUID = 1L;

    ClaimLostException(OrderKey key) {
        super("The claim on " + key + " was lost to another worker", null, Duration.ZERO, null);
    }
}
