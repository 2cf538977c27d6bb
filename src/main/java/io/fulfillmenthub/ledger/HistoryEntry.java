package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.CallOutcome;
import java.time.Instant;
import java.util.List;

/**
 * One thing that happened to an order.
 *
 * @param at when
 * @param event what, one word
 * @param note the details, null without any
 * @param actor who: {@code hub} or an operator's name
 * @param calls the remote calls that led to it, the oldest first
 */
public record HistoryEntry(Instant at, String event, String note, String actor, List<CallOutcome> calls) {}
