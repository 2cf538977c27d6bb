package io.fulfillmenthub.ledger;

import java.time.Instant;

/**
 * A changing request that was recorded instead of sent; the names are those of the HTTP API.
 *
 * @param at when it would have been sent, the last time
 * @param accountId the seller account
 * @param amazonOrderId the order it is for
 * @param side {@code amazon} or {@code commerce}
 * @param operation such as {@code create-order}
 * @param method the HTTP method
 * @param url where to
 * @param content what would be sent, personal data left out
 * @param releasedAt when read-only mode ended and the work went on, null while it waits
 */
public record WithheldEntry(
        Instant at,
        String accountId,
        String amazonOrderId,
        String side,
        String operation,
        String method,
        String url,
        String content,
        Instant releasedAt) {}
