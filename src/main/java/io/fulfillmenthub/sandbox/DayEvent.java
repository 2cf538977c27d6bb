package io.fulfillmenthub.sandbox;

/**
 * Something that is about to happen.
 *
 * @param name what it is, for the log
 * @param orderId Amazon's id of the order it happens to
 * @param action what to do
 */
record DayEvent(String name, String orderId, Runnable action) {}
