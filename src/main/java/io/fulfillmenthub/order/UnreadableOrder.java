package io.fulfillmenthub.order;

import java.time.Instant;

/**
 * An order that Amazon listed and the hub cannot read: it is parked, the others of its page go on.
 *
 * @param key its identity
 * @param purchaseDate when it was ordered, the epoch when that is unreadable as well
 * @param lastUpdated when Amazon last changed it, the epoch when that is unreadable as well
 * @param message which field cannot be read and why, without personal data
 */
public record UnreadableOrder(OrderKey key, Instant purchaseDate, Instant lastUpdated, String message) {}
