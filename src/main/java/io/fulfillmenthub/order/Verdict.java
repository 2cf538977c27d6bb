package io.fulfillmenthub.order;

import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of work that failed.
 *
 * @param parked whether a person has to look at it
 * @param reason why, null while it is simply tried again
 * @param note one sentence a merchant understands, without personal data
 * @param delay when it is due again by itself, null for never
 * @param countsAsAttempt whether it used up an attempt
 */
public record Verdict(boolean parked, ReasonCode reason, String note, Duration delay, boolean countsAsAttempt) {

    /** @return when it is due again by itself */
    public Optional<Duration> again() {
        return Optional.ofNullable(delay);
    }
}
