package io.fulfillmenthub.ledger;

import java.time.Instant;

/**
 * Which hand-overs an operator wants to happen once more.
 *
 * @param subscriber the name in {@code hub.subscribers}
 * @param from since when the event happened, null for no limit
 * @param to until when the event happened, null for no limit
 * @param parkedOnly whether those the subscriber has received are left out
 */
public record Replay(String subscriber, Instant from, Instant to, boolean parkedOnly) {}
