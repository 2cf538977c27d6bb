package io.fulfillmenthub.due;

import java.time.Duration;

/**
 * What is to be known of the hub's settings.
 *
 * @param interval {@code hub.dispatch-interval}: how often due work is looked for while there is some
 */
public record DueSettings(Duration interval) {}
