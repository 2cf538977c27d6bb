package io.fulfillmenthub.due;

import io.fulfillmenthub.order.DueKind;
import io.fulfillmenthub.order.DueWork;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks for due work of every kind with one statement, often while there is some and seldom while there is none, and lets the
 * routes of the kinds that are due make their claims. A timer for each would ask as often whether there is anything to claim.
 */
@Component("due")
public class DueComponent extends DefaultComponent {

    private static final Logger LOG = LoggerFactory.getLogger(DueComponent.class);

    private final DueWork work;
    private final DueSettings settings;
    private final Set<DueConsumer> consumers = new CopyOnWriteArraySet<>();
    private ScheduledExecutorService clock;
    private ExecutorService claimers;
    private volatile boolean failing;

    DueComponent(DueWork work, DueSettings settings) {
        this.work = work;
        this.settings = settings;
    }

    /** @throws IllegalArgumentException if there is no work of the kind that the parameter names */
    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new DueEndpoint(uri, this, DueKind.named(getAndRemoveParameter(parameters, "kind", String.class, "")));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        claimers = getCamelContext().getExecutorServiceManager().newCachedThreadPool(this, "due-claims");
        clock = getCamelContext().getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "due-work");
        again(settings.interval());
    }

    @Override
    protected void doStop() throws Exception {
        getCamelContext().getExecutorServiceManager().shutdownNow(clock);
        getCamelContext().getExecutorServiceManager().shutdown(claimers);
        super.doStop();
    }

    void join(DueConsumer consumer) {
        consumers.add(consumer);
    }

    void leave(DueConsumer consumer) {
        consumers.remove(consumer);
    }

    private void again(Duration pause) {
        clock.schedule(this::look, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void look() {
        boolean found = false;
        try {
            found = claim();
        } finally {
            if (!clock.isShutdown()) {
                again(found ? settings.interval() : settings.idleInterval());
            }
        }
    }

    /** @return whether work of a kind that a route claims is due */
    private boolean claim() {
        if (consumers.isEmpty()) {
            return false;
        }
        Set<DueKind> due = due();
        consumers.stream().filter(consumer -> due.contains(consumer.kind())).forEach(claimers::execute);
        return consumers.stream().anyMatch(consumer -> due.contains(consumer.kind()));
    }

    /** Whatever goes wrong in a look must be told and must not end the looking: nothing is imported without it. */
    private Set<DueKind> due() {
        try {
            Set<DueKind> due = work.look();
            if (failing) {
                LOG.info("What is due can be found out again and is claimed");
                failing = false;
            }
            return due;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("What is due cannot be found out, so nothing is claimed; it is tried again until it can", e);
                failing = true;
            }
            return Set.of();
        }
    }
}
