package io.fulfillmenthub.amazon;

import io.fulfillmenthub.order.OrderSearch;
import io.fulfillmenthub.order.OutcomeUnknownException;
import io.fulfillmenthub.order.QuotaExhaustedException;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RetryableException;
import java.time.Duration;

/** What every call to Amazon has in common: its quota before, and the judgement of its answer after. */
public class AmazonCalls {

    /** What a search that can wait leaves of the burst: five of twenty. */
    private static final double RESERVE = 0.25;

    private final AmazonQuotas quotas;

    AmazonCalls(AmazonQuotas quotas) {
        this.quotas = quotas;
    }

    /**
     * Takes one request from the account's quota of the operation.
     *
     * @throws QuotaExhaustedException when none is left
     */
    public void takeQuota(AmazonCall call) {
        boolean canWait = call.question() instanceof OrderSearch search && search.sweeping();
        quotas.take(call.accountId(), call.operation(), canWait ? RESERVE : 0);
    }

    /** @return the call with what came back */
    public AmazonCall answered(AmazonCall call, AmazonAnswer answer) {
        return call.withAnswer(answer);
    }

    /**
     * Goes on only with an answer.
     *
     * @throws RetryableException without one; an {@link OutcomeUnknownException} when a changing call may have arrived
     */
    public void requireAnswer(AmazonCall call) {
        if (call.answer().error() != null) {
            throw AmazonFailures.unanswered(call, call.answer().error());
        }
    }

    /** @return whether Amazon refused the access token */
    public boolean tokenRefused(AmazonCall call) {
        return call.answer().refusesToken();
    }

    /**
     * Accepts a successful answer and learns the quota Amazon reports with it.
     *
     * @return the call, answered with success
     * @throws RetryableException when Amazon is busy or broken
     * @throws OutcomeUnknownException when a changing call may have happened
     * @throws RejectedException when Amazon refuses the call for good
     */
    public AmazonCall accept(AmazonCall call) {
        AmazonAnswer answer = call.answer();
        if (answer.rateLimit() != null) {
            quotas.learn(call.accountId(), call.operation(), answer.rateLimit());
        }
        if (answer.status() == 429) {
            Duration wait = quotas.refused(call.accountId(), call.operation());
            throw new RetryableException(
                    "Amazon's quota of " + call.operation().id() + " is used up",
                    AmazonFailures.failure(call),
                    wait,
                    null);
        }
        if (!answer.successful() || answer.foreign()) {
            throw AmazonFailures.refusal(call);
        }
        return call;
    }
}
