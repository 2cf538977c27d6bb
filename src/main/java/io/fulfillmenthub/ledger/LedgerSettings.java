package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Slot;
import io.fulfillmenthub.order.SplitRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the ledger needs of the hub's settings.
 *
 * @param lease {@code hub.lease}: how long a claim holds
 * @param recheck {@code hub.retry.recheck}: how often an order that one side has not finished is looked at
 * @param initialDelay {@code hub.retry.initial-delay}: the first pause of a lane that is down
 * @param proofDelay {@code hub.shipments.proof-delay}: the first wait for a tracking number that Amazon does not show
 * @param split {@code hub.shipments.split}: which units travel in which parcel
 * @param subscribers {@code hub.subscribers}
 */
public record LedgerSettings(
        Duration lease,
        Duration recheck,
        Duration initialDelay,
        Duration proofDelay,
        SplitRule split,
        Map<Slot, List<String>> subscribers) {

    public LedgerSettings {
        subscribers = Map.copyOf(subscribers);
    }

    /** @return the names that receive hand-overs, each once; order-received is asked, not handed to */
    List<String> receivers() {
        return subscribers.entrySet().stream()
                .filter(entry -> entry.getKey() != Slot.ORDER_RECEIVED)
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .sorted()
                .toList();
    }

    List<String> subscribers(Slot slot) {
        return subscribers.getOrDefault(slot, List.of());
    }
}
