package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;

class QuartzPollTriggersTest {

    private Scheduler scheduler;

    /** A job that is never run, since the scheduler is never started. */
    public static class Nothing implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            throw new IllegalStateException("The scheduler was not started");
        }
    }

    @BeforeEach
    void standBy() throws SchedulerException {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "QuartzPollTriggersTest");
        settings.setProperty("org.quartz.threadPool.threadCount", "1");
        scheduler = new StdSchedulerFactory(settings).getScheduler();
    }

    @AfterEach
    void shutDown() throws SchedulerException {
        scheduler.shutdown();
    }

    @Test
    void startsThePollsOfTheHubAndNothingElse() throws SchedulerException {
        add("shipment-poll", "hub");
        add("order-poll-us", "hub");
        add("purge", "hub");
        add("order-poll-us", "another");
        assertThat(new QuartzPollTriggers(scheduler).startAll()).containsExactly("order-poll-us", "shipment-poll");
        assertThat(scheduler.getTriggersOfJob(JobKey.jobKey("order-poll-us", "hub")))
                .hasSize(1);
        assertThat(scheduler.getTriggersOfJob(JobKey.jobKey("purge", "hub"))).isEmpty();
        assertThat(scheduler.getTriggersOfJob(JobKey.jobKey("order-poll-us", "another")))
                .isEmpty();
    }

    @Test
    void startsNothingWhenThereIsNothing() {
        assertThat(new QuartzPollTriggers(scheduler).startAll()).isEmpty();
    }

    private void add(String name, String group) throws SchedulerException {
        scheduler.addJob(
                JobBuilder.newJob(Nothing.class)
                        .withIdentity(name, group)
                        .storeDurably()
                        .build(),
                false);
    }
}
