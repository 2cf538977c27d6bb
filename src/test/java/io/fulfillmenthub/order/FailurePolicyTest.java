package io.fulfillmenthub.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailurePolicyTest {

    private static final Duration UNCERTAIN_WAIT = Duration.ofMinutes(3);
    private static final Duration RECHECK = Duration.ofMinutes(5);

    private final FailurePolicy policy = new FailurePolicy(Duration.ofSeconds(15), 6, UNCERTAIN_WAIT, RECHECK);

    @Test
    void parksARejectionAtOnce() {
        Verdict verdict = policy.judge(new RejectedException(ReasonCode.MONEY_MISMATCH, "one cent off"), 1, false);

        assertThat(verdict).isEqualTo(new Verdict(true, ReasonCode.MONEY_MISMATCH, "one cent off", null, true));
    }

    @Test
    void looksAgainByItselfWhenTheCauseIsMendedElsewhere() {
        Verdict verdict = policy.judge(new RejectedException(ReasonCode.PRODUCT_UNKNOWN, "no SKU X"), 1, false);

        assertThat(verdict.parked()).isTrue();
        assertThat(verdict.again()).contains(RECHECK);
    }

    @ParameterizedTest
    @CsvSource({"1,15", "2,30", "3,60", "5,240"})
    void doublesTheDelayWithEveryAttempt(int attempts, long seconds) {
        Verdict verdict = policy.judge(new RetryableException("busy", null, null), attempts, false);

        assertThat(verdict.parked()).isFalse();
        assertThat(verdict.delay()).isBetween(Duration.ofSeconds(seconds * 3 / 4 - 1), Duration.ofSeconds(seconds));
    }

    @Test
    void parksWhenTheAttemptsAreUsedUp() {
        assertThat(policy.judge(new RetryableException("busy", null, null), 6, false)
                        .reason())
                .isEqualTo(ReasonCode.OUT_OF_ATTEMPTS);
    }

    @Test
    void waitingForASideThatIsDownCostsNoAttempt() {
        Verdict verdict = policy.judge(new RetryableException("down", null, null), 60, true);

        assertThat(verdict.parked()).isFalse();
        assertThat(verdict.countsAsAttempt()).isFalse();
    }

    @Test
    void waitingForTheQuotaCostsNoAttempt() {
        Verdict verdict = policy.judge(new QuotaExhaustedException("get-order", Duration.ofSeconds(2)), 60, false);

        assertThat(verdict).isEqualTo(new Verdict(false, null, null, Duration.ofSeconds(2), false));
    }

    @Test
    void waitsBeforeItLooksForAnOrderThatMayHaveBeenCreated() {
        assertThat(policy.judge(new OutcomeUnknownException("timeout", null, (Throwable) null), 1, false)
                        .delay())
                .isEqualTo(UNCERTAIN_WAIT);
    }

    @Test
    void parksAnErrorOfTheHubItselfWhenTheAttemptsAreUsedUp() {
        assertThat(policy.judge(new IllegalStateException("x"), 1, false).parked())
                .isFalse();
        assertThat(policy.judge(new IllegalStateException("x"), 6, false).reason())
                .isEqualTo(ReasonCode.HUB_ERROR);
    }
}
