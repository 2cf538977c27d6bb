package io.fulfillmenthub.order;

/**
 * An imported order claimed from the ledger that one subscriber is to receive.
 *
 * @param subscriber the name in {@code hub.subscribers.order-imported}
 * @param order the canonical order
 * @param commerceOrderNumber the number it has in Commerce
 * @param attempt the number of this claim
 */
public record Delivery(String subscriber, Order order, String commerceOrderNumber, long attempt) implements Work {

    @Override
    public OrderKey key() {
        return order.key();
    }

    /** @return the endpoint of the subscriber's wrapper */
    public String endpoint() {
        return "direct:subscriber-" + subscriber;
    }

    /** @return the identity of the hand-over as a side effect */
    public String effect() {
        return "subscriber-" + subscriber + ":" + key();
    }
}
