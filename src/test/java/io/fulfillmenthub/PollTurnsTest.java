package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** A turn out of schedule; {@link QuotaScenarioTest} lives on them. */
class PollTurnsTest {

    private static final Instant TIME = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void aTurnThatFiresTwoMillisecondsTooSoonIsNotBeforeItsStart() {
        PollTurns.Turn turn = new PollTurns.Turn(TIME);

        turn.computeFirstFireTime(null);

        assertThat(turn.getNextFireTime()).isEqualTo(Date.from(TIME));
        assertThat(turn.getStartTime()).isBefore(Date.from(TIME.minusMillis(2)));
    }

    @Test
    void aTurnFiresOnce() {
        PollTurns.Turn turn = new PollTurns.Turn(TIME);
        turn.computeFirstFireTime(null);

        turn.triggered(null);

        assertThat(turn.getNextFireTime()).isNull();
    }
}
