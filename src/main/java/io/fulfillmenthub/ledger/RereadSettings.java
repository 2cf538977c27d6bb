package io.fulfillmenthub.ledger;

import java.time.Duration;

/**
 * When orders are read again that no poll would show.
 *
 * @param sweep {@code hub.poll.sweep}: how often the last days are swept
 * @param sweepWindow {@code hub.poll.sweep-days}: how far back a sweep begins
 * @param staleAfter {@code hub.poll.stale-after}: when an order that does not move is asked for
 */
public record RereadSettings(Duration sweep, Duration sweepWindow, Duration staleAfter) {}
