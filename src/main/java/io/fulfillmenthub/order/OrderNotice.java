package io.fulfillmenthub.order;

import java.time.Instant;

/**
 * Amazon's word that an order changed: a hint to ask for it, and no truth in itself.
 *
 * @param key the order
 * @param id Amazon's id of the notification, empty without one
 * @param changedAt when the order changed, null when it is not told
 */
public record OrderNotice(OrderKey key, String id, Instant changedAt) {}
