package io.fulfillmenthub.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long a call whose answer never came may still be working at the other side. */
public final class UncertainWait {

    private final Duration wait;
    private final Clock clock;

    /** @param wait {@code hub.retry.uncertain-wait} */
    public UncertainWait(Duration wait, Clock clock) {
        this.wait = wait;
        this.clock = clock;
    }

    /**
     * Lets an unheard call be repeated once it can no longer be working.
     *
     * @param startedAt when the earlier call began
     * @param call the earlier call, as the subject of a sentence
     * @throws OutcomeUnknownException while the wait has not passed since then
     */
    void requirePassed(Instant startedAt, String call) {
        Duration left = Duration.between(clock.instant(), startedAt.plus(wait));
        if (left.compareTo(Duration.ZERO) > 0) {
            throw new OutcomeUnknownException(
                    call + " may still be working in Commerce; looking again in " + left.toSeconds() + " s",
                    null,
                    left);
        }
    }
}
