package io.fulfillmenthub.ledger;

import java.time.Instant;

/**
 * One thing that happened to an order.
 *
 * @param at when
 * @param event what, one word
 * @param note the details, null without any
 * @param actor who: {@code hub} or an operator's name
 */
public record HistoryEntry(Instant at, String event, String note, String actor) {}
