package io.fulfillmenthub.order;

import java.time.Instant;

/**
 * An order that Amazon cancelled, as subscribers of {@code order-cancelled} receive it; its JSON form only ever gains fields.
 *
 * @param accountId the seller account
 * @param amazonOrderId Amazon's order id
 * @param marketplaceId the marketplace, null for orders of other channels
 * @param lastUpdated when Amazon last changed the order
 * @param commerceOrderId Commerce's {@code entity_id}, null when the order never reached Commerce
 */
public record Cancellation(
        String accountId, String amazonOrderId, String marketplaceId, Instant lastUpdated, Long commerceOrderId) {

    /** @return the cancellation of that order */
    public static Cancellation of(DueOrder due) {
        Order order = due.order();
        return new Cancellation(
                order.accountId(),
                order.amazonOrderId(),
                order.marketplaceId(),
                order.lastUpdated(),
                due.commerceOrderId());
    }
}
