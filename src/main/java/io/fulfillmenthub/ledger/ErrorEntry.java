package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.CallOutcome;
import java.time.Instant;
import java.util.List;

/**
 * One refused or failed call to a remote side; the names are those of the HTTP API, absent parts are null.
 *
 * @param at when
 * @param side {@code amazon} or {@code commerce}
 * @param accountId the seller account, null when the call was for none
 * @param region Amazon's region of the account: NA, EU or FE; null without an account
 * @param amazonOrderId the order it was about, null for a poll
 * @param operation the operation, such as {@code search-orders}
 * @param status the HTTP status, 0 when there was no answer
 * @param code the remote side's error code
 * @param message the remote side's message, without personal data
 * @param requestId what the remote side's support asks for
 * @param calls the calls of this attempt up to this one, the oldest first; none for a poll
 */
public record ErrorEntry(
        Instant at,
        String side,
        String accountId,
        String region,
        String amazonOrderId,
        String operation,
        int status,
        String code,
        String message,
        String requestId,
        List<CallOutcome> calls) {}
