package io.fulfillmenthub.ledger;

import java.time.Instant;

/**
 * Which errors to show; null means any.
 *
 * @param side {@code amazon} or {@code commerce}
 * @param account the seller account
 * @param operation the operation, such as {@code search-orders}
 * @param code the remote side's error code, whole
 * @param from at this time or later
 * @param to at this time or earlier
 */
public record ErrorFilter(String side, String account, String operation, String code, Instant from, Instant to) {}
