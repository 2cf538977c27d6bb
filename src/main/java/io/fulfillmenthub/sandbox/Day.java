package io.fulfillmenthub.sandbox;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** A day that passes by itself: buyers at Amazon and the merchant's warehouse take turns, one happening at each pace. */
@Component
@Profile("sandbox")
@ConditionalOnProperty("sandbox.day.enabled")
class Day implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Day.class);
    private static final int TURNS_UNTIL_FORGIVEN = 20;

    private final DaySettings settings;
    private final AmazonWorld amazon;
    private final Clock clock;
    private final DayOrders orders;
    private final DayBuyers buyers;
    private final DayWarehouse warehouse;
    private final Set<String> troubled = new HashSet<>();
    private int turn;
    private ThreadPoolTaskScheduler scheduler;

    Day(DaySettings settings, AmazonWorld amazon, CommerceWorld commerce, ObjectProvider<Clock> clock) {
        this.settings = settings;
        this.amazon = amazon;
        this.clock = clock.getIfUnique(Clock::systemUTC);
        DayChance chance = new DayChance(Optional.ofNullable(settings.seed()).orElseGet(() -> this.clock.millis()));
        this.orders = new DayOrders(amazon, chance);
        this.buyers = new DayBuyers(amazon, orders, settings, this.clock);
        this.warehouse =
                new DayWarehouse(amazon, commerce, new DayParcels(commerce, chance), settings.pace(), this.clock);
    }

    @Override
    public synchronized void start() {
        open();
        scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("sandbox-day-");
        scheduler.setDaemon(true);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setErrorHandler(error -> LOG.error(
                "The sandbox's day met {}, it goes on", error.getClass().getName()));
        scheduler.initialize();
        scheduler.scheduleWithFixedDelay(
                this::step, scheduler.getClock().instant().plus(settings.pace()), settings.pace());
        LOG.info(
                "The sandbox has a lively day: {} orders at Amazon, one happening every {}; it stays quiet with"
                        + " sandbox.day.enabled=false",
                amazon.size(),
                settings.pace());
    }

    @Override
    public synchronized void stop() {
        scheduler.shutdown();
        scheduler = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** Places the first orders unless there are some. */
    void open() {
        if (amazon.size() == 0) {
            new DayOpening(amazon, orders, clock.instant()).place();
        }
    }

    /** Lets one thing happen, on Amazon's and on the merchant's side in turn; who has nothing to do gives way. */
    void step() {
        turn++;
        if (turn % TURNS_UNTIL_FORGIVEN == 0) {
            troubled.clear();
        }
        Optional<DayEvent> event = turn % 2 == 0
                ? warehouse.next(troubled).or(() -> buyers.next(troubled))
                : buyers.next(troubled).or(() -> warehouse.next(troubled));
        event.ifPresent(this::happen);
    }

    private void happen(DayEvent event) {
        try {
            event.action().run();
            LOG.debug("{} {}", event.name(), event.orderId());
        } catch (CommerceError | IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            troubled.add(event.orderId());
            LOG.warn(
                    "The sandbox's day could not do \"{}\" for the order {}: {}; it goes on with others",
                    event.name(),
                    event.orderId(),
                    e.getClass().getSimpleName());
        }
    }
}
