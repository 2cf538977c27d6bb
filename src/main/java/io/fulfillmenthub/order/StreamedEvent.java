package io.fulfillmenthub.order;

/** An event that a consumer read from the stream; it is tried until the consumer's route took it or refused it. */
public final class StreamedEvent {

    private final String consumer;
    private final String eventId;
    private final String slot;
    private final String orderId;
    private final String payload;
    private int failures;
    private boolean settled;

    /**
     * @param consumer the name in {@code hub.kafka.consumers}
     * @param eventId the identity of the event, the same for every repeat
     * @param slot the slot's name
     * @param orderId {@code account/amazonOrderId}
     * @param payload the event as JSON
     */
    public StreamedEvent(String consumer, String eventId, String slot, String orderId, String payload) {
        this.consumer = consumer;
        this.eventId = eventId;
        this.slot = slot;
        this.orderId = orderId;
        this.payload = payload;
    }

    /** @return the name of the consumer */
    public String consumer() {
        return consumer;
    }

    /** @return the identity of the event */
    public String eventId() {
        return eventId;
    }

    /** @return the slot's name */
    public String slot() {
        return slot;
    }

    /** @return {@code account/amazonOrderId} */
    public String orderId() {
        return orderId;
    }

    /** @return the event as JSON */
    public String payload() {
        return payload;
    }

    /** @return its identity as a side effect of this consumer */
    public String effect() {
        return "consumer-" + consumer + ":" + eventId;
    }

    /** The consumer has it, or will never have it. */
    public void settle() {
        settled = true;
    }

    /** @return whether there is nothing left to try */
    public boolean settled() {
        return settled;
    }

    /** Counts a failure. @return how many there were */
    public int failed() {
        return ++failures;
    }

    /** @return how many tries failed */
    public int failures() {
        return failures;
    }

    /** @return its identity without the payload */
    @Override
    public String toString() {
        return "StreamedEvent[" + effect() + "]";
    }
}
