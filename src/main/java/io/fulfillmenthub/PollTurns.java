package io.fulfillmenthub;

import io.fulfillmenthub.order.PollLane;
import io.fulfillmenthub.order.QuotaExhaustedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.quartz.Calendar;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.triggers.SimpleTriggerImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Polls that found no quota get a turn of their own at the moment the next request is there, not only on schedule. It is
 * kept by the scheduler: it survives a restart, and of several hubs one takes it.
 */
@Component("pollTurns")
public class PollTurns {

    private static final Logger LOG = LoggerFactory.getLogger(PollTurns.class);
    private static final Duration ROUNDING = Duration.ofMillis(20);
    private static final String GROUP = "hub";

    private final Scheduler scheduler;
    private final Clock clock;

    PollTurns(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Gives a poll its next turn if it stopped for want of quota.
     *
     * @param failure why the work stopped
     * @param lane the poll's lane, null for other work
     */
    public void again(Exception failure, String lane) {
        if (failure instanceof QuotaExhaustedException quota && lane != null && lane.startsWith("amazon-")) {
            JobKey job = new JobKey(
                    lane.replace(PollLane.orders(""), "order-poll-").replace(PollLane.sweep(""), "order-sweep-"),
                    GROUP);
            schedule(job, quota.notBefore().orElse(Duration.ofMinutes(1)).plus(ROUNDING));
        }
    }

    private void schedule(JobKey job, Duration wait) {
        TriggerKey key = new TriggerKey("turn-" + job.getName(), GROUP);
        Turn turn = new Turn(clock.instant().plus(wait));
        turn.setKey(key);
        turn.setJobKey(job);
        try {
            if (scheduler.rescheduleJob(key, turn) == null) {
                scheduler.scheduleJob(turn);
            }
        } catch (SchedulerException e) {
            LOG.warn("{} goes on at its next regular turn: the scheduler refused an earlier one", job.getName(), e);
        }
    }

    /**
     * Fires once. It starts earlier than that: Quartz may fire two milliseconds too soon, and Camel skips what fires before its
     * start.
     */
    static final class Turn extends SimpleTriggerImpl {

        private static final Duration EARLIER = Duration.ofSeconds(1);

        private final Date time;

        Turn(Instant time) {
            this.time = Date.from(time);
            setStartTime(Date.from(time.minus(EARLIER)));
        }

        @Override
        public Date computeFirstFireTime(Calendar calendar) {
            setNextFireTime(time);
            return time;
        }
    }
}
