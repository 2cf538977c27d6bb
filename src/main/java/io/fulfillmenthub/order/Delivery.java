package io.fulfillmenthub.order;

/**
 * An event of an order claimed from the ledger that one subscriber is to receive.
 *
 * @param id the ledger's number of the hand-over
 * @param key the order
 * @param subscriber the name in {@code hub.subscribers}, and of the user's route
 * @param slot the slot's name, such as {@code order-imported}
 * @param event tells several events of an order in one slot apart, empty where there is only one
 * @param round how often it was replayed
 * @param payload what the subscriber receives, canonical JSON
 * @param commerceOrderNumber the number the order has in Commerce, null while it has none
 * @param attempt the number of this claim
 */
public record Delivery(
        long id,
        OrderKey key,
        String subscriber,
        String slot,
        String event,
        int round,
        String payload,
        String commerceOrderNumber,
        long attempt)
        implements Work {

    /** @return the endpoint of the subscriber's wrapper */
    public String endpoint() {
        return "direct:subscriber-" + subscriber;
    }

    /** @return the identity of the event, the same for every subscriber, every repeat and every replay */
    public String eventId() {
        return slot + ":" + key + (event.isEmpty() ? "" : "/" + event);
    }

    /** @return the identity of the hand-over as a side effect; a replay is a new one */
    public String effect() {
        return "subscriber-" + subscriber + ":" + eventId() + (round == 0 ? "" : "#" + round);
    }

    /** @return its identity without the payload, which may hold personal data */
    @Override
    public String toString() {
        return "Delivery[" + effect() + "]";
    }
}
