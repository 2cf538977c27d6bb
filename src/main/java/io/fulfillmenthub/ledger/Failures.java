package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.FailurePolicy;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.PageTokenExpiredException;
import io.fulfillmenthub.order.PollLane;
import io.fulfillmenthub.order.QuotaExhaustedException;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.Rehearsal;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RemoteFailure;
import io.fulfillmenthub.order.RetryableException;
import io.fulfillmenthub.order.StreamedEvent;
import io.fulfillmenthub.order.Verdict;
import io.fulfillmenthub.order.WithheldException;
import io.fulfillmenthub.order.Work;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where every failure of a route ends: the work gets its verdict, the lane its health, the log one line. */
@Component("failures")
public class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final FailurePolicy policy;
    private final FailedWork failedWork;
    private final Lanes lanes;
    private final RemoteErrors remoteErrors;
    private final OrderCursors cursors;
    private final Duration initialDelay;

    Failures(
            FailurePolicy policy,
            FailedWork failedWork,
            Lanes lanes,
            RemoteErrors remoteErrors,
            OrderCursors cursors,
            LedgerSettings settings) {
        this.policy = policy;
        this.failedWork = failedWork;
        this.lanes = lanes;
        this.remoteErrors = remoteErrors;
        this.cursors = cursors;
        this.initialDelay = settings.initialDelay();
    }

    /**
     * Records a failure of claimed work or of a poll.
     *
     * @param body the claimed work, or anything else for a poll
     * @param thrown what went wrong
     * @param lane the poll's lane, null for claimed work
     * @param asked the subscriber that was being asked about an order before its import, null for none
     */
    @Transactional
    public void failed(Object body, Exception thrown, String lane, String asked) {
        Exception failure = unwrapped(thrown);
        if (body instanceof Rehearsal rehearsal) {
            rehearsal.stop(sentence(failure));
        } else if (body instanceof Work work) {
            workFailed(work, SubscriberFailures.translate(work, failure, asked));
        } else if (body instanceof StreamedEvent event) {
            eventFailed(event, failure);
        } else if (lane != null) {
            pollFailed(lane, failure);
        } else if (body instanceof OrderKey key && known(failure)) {
            remote(failure).ifPresent(call -> remoteErrors.add(call, key));
            LOG.warn("{} is read again later: {}", key, failure.getMessage());
        } else {
            LOG.error("A route failed outside any order: {}", failure.getClass().getName(), failure);
        }
    }

    private static void eventFailed(StreamedEvent event, Exception failure) {
        if (failure instanceof RejectedException || failure.getClass() == IllegalArgumentException.class) {
            event.settle();
            LOG.warn("{} is refused by its consumer and skipped", event.effect());
        } else if (event.failed() == 1) {
            String sentence = SubscriberFailures.translate(null, failure, event.consumer())
                    .getMessage();
            LOG.warn("{} is tried again until it is taken: {}", event.effect(), sentence);
        }
    }

    private void workFailed(Work work, Exception failure) {
        if (failure instanceof ClaimLostException) {
            LOG.warn("{}", failure.getMessage());
            return;
        }
        Optional<RemoteFailure> remote = remote(failure);
        remote.ifPresent(call -> remoteErrors.add(call, work.key()));
        boolean outage = outage(work.key(), failure, remote);
        failedWork
                .attempts(work)
                .ifPresentOrElse(
                        attempts -> {
                            Verdict verdict = policy.judge(failure, attempts, outage);
                            boolean news = failedWork.record(work, verdict, operation(failure, remote), failure);
                            log(work, verdict, failure, news);
                        },
                        () -> LOG.warn(
                                "The claim on {} was lost to another worker; here it failed: {}",
                                work.key(),
                                sentence(failure)));
    }

    private boolean outage(OrderKey key, Exception failure, Optional<RemoteFailure> remote) {
        if (!(failure instanceof RetryableException) || remote.isEmpty()) {
            return false;
        }
        String side = remote.get().side();
        String lane = "amazon".equals(side) ? "amazon/" + key.accountId() : side;
        String poll = "amazon".equals(side) ? PollLane.orders(key.accountId()) : PollLane.SHIPMENTS;
        boolean down = lanes.failed(lane, key.toString(), failure.getMessage(), null, initialDelay);
        return down || lanes.failing(poll);
    }

    private void pollFailed(String lane, Exception failure) {
        if (failure instanceof QuotaExhaustedException) {
            LOG.debug("{}: {}", lane, failure.getMessage());
            return;
        }
        if (failure instanceof PageTokenExpiredException) {
            cursors.restartWindow(lane);
        }
        remote(failure).ifPresent(call -> remoteErrors.add(call, null));
        String message = sentence(failure);
        ReasonCode reason = failure instanceof RejectedException rejected ? rejected.reason() : null;
        boolean news = reason == null || !lanes.refused(lane, reason);
        lanes.failed(lane, null, message, reason, initialDelay);
        if (news) {
            LOG.warn("{} failed: {}", lane, message, known(failure) ? null : failure);
        } else {
            LOG.debug("{} is still refused: {}", lane, reason);
        }
    }

    private static void log(Work work, Verdict verdict, Exception failure, boolean news) {
        if (failure instanceof QuotaExhaustedException) {
            LOG.debug("{} waits for its quota", work.key());
        } else if (failure instanceof WithheldException) {
            LOG.info("{} {}", work.key(), verdict.note());
        } else if (!news) {
            LOG.debug("{} is still parked: {}", work.key(), verdict.reason());
        } else if (known(failure)) {
            LOG.warn("{} {}: {}", work.key(), verdict.parked() ? verdict.reason() : "tried again", verdict.note());
        } else {
            LOG.error("{} failed in the hub itself", work.key(), failure);
        }
    }

    private static String operation(Exception failure, Optional<RemoteFailure> remote) {
        return failure instanceof WithheldException withheld
                ? withheld.operation()
                : remote.map(RemoteFailure::operation).orElse("");
    }

    private static String sentence(Exception failure) {
        return known(failure)
                ? failure.getMessage()
                : "The hub failed with " + failure.getClass().getName();
    }

    private static boolean known(Exception failure) {
        return failure instanceof RetryableException || failure instanceof RejectedException;
    }

    /** Camel wraps what a bean throws inside an expression or an aggregation. */
    private static Exception unwrapped(Exception thrown) {
        Throwable cause = thrown;
        while (cause != null) {
            if (cause instanceof RetryableException || cause instanceof RejectedException) {
                return (Exception) cause;
            }
            cause = cause.getCause();
        }
        return thrown;
    }

    private static Optional<RemoteFailure> remote(Exception failure) {
        if (failure instanceof RetryableException retryable) {
            return retryable.failure();
        }
        return failure instanceof RejectedException rejected ? rejected.failure() : Optional.empty();
    }
}
