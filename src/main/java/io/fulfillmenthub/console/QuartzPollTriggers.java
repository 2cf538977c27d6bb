package io.fulfillmenthub.console;

import java.util.ArrayList;
import java.util.List;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.stereotype.Component;

/** The polls as Quartz knows them: jobs of the group {@code hub} that the routes order-poll and shipment-poll made. */
@Component
class QuartzPollTriggers implements PollTriggers {

    private static final String GROUP = "hub";

    private final Scheduler scheduler;

    QuartzPollTriggers(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public List<String> startAll() {
        List<String> started = new ArrayList<>();
        try {
            for (JobKey job : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
                if (job.getName().startsWith("order-poll") || job.getName().startsWith("shipment-poll")) {
                    scheduler.triggerJob(job);
                    started.add(job.getName());
                }
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("The scheduler cannot start the polls; see whether its database works", e);
        }
        return started.stream().sorted().toList();
    }
}
