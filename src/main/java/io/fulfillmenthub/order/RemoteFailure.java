package io.fulfillmenthub.order;

/**
 * One failed call to a remote side, as the communication-error log keeps it; no personal data, no bodies.
 *
 * @param side {@code amazon} or {@code commerce}
 * @param accountId the seller account, null when the call was for no account
 * @param operation the operation, such as {@code search-orders}
 * @param status the HTTP status, 0 when there was no answer
 * @param code the remote side's error code, or the kind of I/O error
 * @param message the remote side's message, shortened
 * @param requestId the remote side's request id, null without one
 */
public record RemoteFailure(
        String side, String accountId, String operation, int status, String code, String message, String requestId) {}
