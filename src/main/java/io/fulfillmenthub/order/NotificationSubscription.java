package io.fulfillmenthub.order;

/**
 * That Amazon sends an account's ORDER_CHANGE notifications to a queue.
 *
 * @param accountId the seller account
 * @param queue the ARN of the queue
 * @param destinationId Amazon's id of the queue as a destination, null until it is known
 * @param subscriptionId Amazon's id of the subscription, null until it is known
 */
public record NotificationSubscription(String accountId, String queue, String destinationId, String subscriptionId) {

    /** @return it with its destination */
    public NotificationSubscription at(String destination) {
        return new NotificationSubscription(accountId, queue, destination, subscriptionId);
    }

    /** @return it with Amazon's id */
    public NotificationSubscription subscribed(String subscription) {
        return new NotificationSubscription(accountId, queue, destinationId, subscription);
    }

    /** @return whether Amazon does not know the queue yet */
    public boolean homeless() {
        return destinationId == null;
    }

    /** @return whether Amazon has to be asked to send */
    public boolean missing() {
        return subscriptionId == null;
    }
}
