package io.fulfillmenthub;

import io.fulfillmenthub.ledger.ClaimedWork;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How a hub leaves: it gives back what it has not begun, Camel finishes what is on its way, and what is not finished in time
 * is given back as well, while the database is still there. Other hubs go on at once.
 */
@Configuration(proxyBeanMethods = false)
class GracefulStop {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);
    private static final int LAST = 0;
    private static final int MOST_SECONDS = 2;

    @Bean
    SmartLifecycle waitingWork(ClaimedWork claimed) {
        return new OnStop(SmartLifecycle.DEFAULT_PHASE, claimed::giveBackWaiting);
    }

    @Bean
    SmartLifecycle unfinishedWork(ClaimedWork claimed, List<WorkerPool> workers) {
        return new OnStop(LAST, () -> {
            workers.forEach(WorkerPool::shutdownNow);
            workers.forEach(GracefulStop::awaitEnd);
            claimed.giveBackUnfinished();
        });
    }

    private static void awaitEnd(WorkerPool workers) {
        try {
            if (!workers.awaitTermination(MOST_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("{} workers wait for answers that come too late for this hub", workers.getActiveCount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something to do in one phase of the stop. */
    private static final class OnStop implements SmartLifecycle {

        private final int phase;
        private final Runnable action;
        private volatile boolean running;

        private OnStop(int phase, Runnable action) {
            this.phase = phase;
            this.action = action;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            action.run();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return phase;
        }
    }
}
