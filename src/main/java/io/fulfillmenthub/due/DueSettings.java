package io.fulfillmenthub.due;

import java.time.Duration;

/**
 * What is to be known of the hub's settings.
 *
 * @param interval {@code hub.dispatch-interval}: how often due work is looked for while there is some
 * @param idleInterval how often it is looked for while there is none
 */
public record DueSettings(Duration interval, Duration idleInterval) {}
