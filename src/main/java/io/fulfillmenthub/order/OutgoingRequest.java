package io.fulfillmenthub.order;

/**
 * A request that would change something at Amazon or Commerce, just before it is sent.
 *
 * @param side {@code amazon} or {@code commerce}
 * @param key the order it is for
 * @param operation its name in the communication-error log, such as {@code create-order}
 * @param method the HTTP method
 * @param url where to, without credentials
 * @param content what is sent, JSON or another text; it may hold personal data
 */
public record OutgoingRequest(String side, OrderKey key, String operation, String method, String url, String content) {

    /** @return side and operation, and nothing of the content */
    @Override
    public String toString() {
        return "OutgoingRequest[" + side + " " + operation + " " + key + "]";
    }
}
