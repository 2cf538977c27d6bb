package io.fulfillmenthub;

import io.fulfillmenthub.ledger.ClaimedWork;
import io.fulfillmenthub.order.CallTrail;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The threads that work on claimed work of one kind; it says how much more it can take, so that nobody claims in vain. */
final class WorkerPool extends ThreadPoolExecutor {

    private static final int WAITING_A_THREAD = 3;

    private final int capacity;
    private final ClaimedWork claimed;

    /** @param threads how much is worked on at the same time */
    WorkerPool(String name, int threads, ClaimedWork claimed) {
        super(threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new CustomizableThreadFactory(name));
        allowCoreThreadTimeOut(true);
        this.claimed = claimed;
        capacity = threads * (1 + WAITING_A_THREAD);
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable work) {
        CallTrail.open();
    }

    @Override
    protected void afterExecute(Runnable work, Throwable problem) {
        CallTrail.close();
    }

    /** @return how much work it takes at most, what waits included */
    public int capacity() {
        return capacity;
    }

    /** @return how much more work can be claimed now, nothing once the hub stops; read by the claim statements in {@code sql/} */
    public int free() {
        return claimed.closed()
                ? 0
                : Math.max(0, capacity - getActiveCount() - getQueue().size());
    }
}
