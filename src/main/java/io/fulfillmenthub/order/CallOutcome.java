package io.fulfillmenthub.order;

/**
 * What came of one call to a remote side; neither addresses nor bodies.
 *
 * @param side {@code amazon} or {@code commerce}
 * @param operation the operation, such as {@code get-order}
 * @param status the HTTP status, 0 when there was no readable answer
 * @param requestId the remote side's request id, null without one
 * @param millis from the request to the answer
 */
public record CallOutcome(String side, String operation, int status, String requestId, long millis) {}
