package io.fulfillmenthub.ledger;

import java.time.Instant;
import java.util.List;

/**
 * One subscriber with what it has received and what waits for it.
 *
 * @param name the name in {@code hub.subscribers}
 * @param slots the slots it is configured for, none when it is configured no more
 * @param pending hand-overs that wait, those tried again included
 * @param oldestPending when the oldest of them happened, null for none
 * @param delivered hand-overs it has received
 * @param lastDelivered when it received the newest, null for none
 * @param parked hand-overs that are tried no more until someone retries or replays them
 * @param lastError what the newest failure that is not mended yet was, null for none
 */
public record SubscriberEntry(
        String name,
        List<String> slots,
        long pending,
        Instant oldestPending,
        long delivered,
        Instant lastDelivered,
        long parked,
        String lastError) {

    static SubscriberEntry silent(String name, List<String> slots) {
        return new SubscriberEntry(name, slots, 0, null, 0, null, 0, null);
    }

    /** @return whether the configuration names it */
    public boolean configured() {
        return !slots.isEmpty();
    }

    /** @return whether it has all it should have */
    public boolean healthy() {
        return parked == 0 && lastError == null;
    }
}
