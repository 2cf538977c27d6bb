package io.fulfillmenthub.order;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The one rule for failures: what is tried again and when, and what is parked for a person. */
public final class FailurePolicy {

    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    private final Duration initialDelay;
    private final int maxAttempts;
    private final Duration uncertainWait;
    private final Duration recheck;

    /**
     * @param initialDelay {@code hub.retry.initial-delay}: doubled with every attempt, up to an hour
     * @param maxAttempts {@code hub.retry.max-attempts}
     * @param uncertainWait {@code hub.retry.uncertain-wait}
     * @param recheck {@code hub.retry.recheck}: how often parked work whose cause can be mended elsewhere is tried again
     */
    public FailurePolicy(Duration initialDelay, int maxAttempts, Duration uncertainWait, Duration recheck) {
        this.initialDelay = initialDelay;
        this.maxAttempts = maxAttempts;
        this.uncertainWait = uncertainWait;
        this.recheck = recheck;
    }

    /**
     * Judges a failure.
     *
     * @param attempts how often it was tried, this time included
     * @param outage whether the remote side is down altogether: waiting for it costs no attempt
     */
    public Verdict judge(Throwable failure, int attempts, boolean outage) {
        if (failure instanceof WithheldException) {
            return new Verdict(false, ReasonCode.READ_ONLY, failure.getMessage(), null, false);
        }
        if (failure instanceof RejectedException rejected) {
            return park(rejected.reason(), rejected.getMessage());
        }
        if (failure instanceof QuotaExhaustedException quota) {
            return new Verdict(false, null, null, quota.notBefore().orElse(initialDelay), false);
        }
        if (failure instanceof RetryableException retryable) {
            return judgeRetryable(retryable, attempts, outage);
        }
        String kind = failure.getClass().getSimpleName();
        return attempts >= maxAttempts
                ? park(ReasonCode.HUB_ERROR, "The hub failed with " + kind)
                : new Verdict(false, null, "The hub failed with " + kind, backOff(attempts), true);
    }

    private Verdict judgeRetryable(RetryableException failure, int attempts, boolean outage) {
        if (attempts >= maxAttempts && !outage) {
            ReasonCode reason = failure instanceof SubscriberFailedException
                    ? ReasonCode.SUBSCRIBER_FAILED
                    : ReasonCode.OUT_OF_ATTEMPTS;
            return park(reason, failure.getMessage());
        }
        Duration standard = failure instanceof OutcomeUnknownException ? uncertainWait : backOff(attempts);
        return new Verdict(
                false, null, failure.getMessage(), failure.notBefore().orElse(standard), !outage);
    }

    private Verdict park(ReasonCode reason, String note) {
        return new Verdict(true, reason, note, reason.mendsElsewhere() ? recheck : null, true);
    }

    private Duration backOff(int attempts) {
        long doubled = initialDelay.toMillis() << Math.min(Math.max(attempts - 1, 0), 20);
        long longest = Math.min(doubled, LONGEST_DELAY.toMillis());
        return Duration.ofMillis(longest - ThreadLocalRandom.current().nextLong(longest / 4 + 1));
    }
}
