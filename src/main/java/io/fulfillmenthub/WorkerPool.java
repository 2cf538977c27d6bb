package io.fulfillmenthub;

import io.fulfillmenthub.ledger.ClaimedWork;
import io.fulfillmenthub.order.CallTrail;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The threads that work on claimed work of one kind; it says how much more it can take, so that nobody claims in vain. */
final class WorkerPool extends ThreadPoolExecutor {

    private static final int WAITING_A_THREAD = 3;
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final int capacity;
    private final ClaimedWork claimed;
    private int taken;
    private long roundEnds;

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

    /** @return how much more work can be claimed now, nothing once the hub stops; read by the claim statements in {@code sql/} */
    public int free() {
        return claimed.closed() ? 0 : room();
    }

    private synchronized int room() {
        return Math.max(0, capacity - taken);
    }

    /**
     * Says whether the dispatcher is to claim again: at the beginning of its round, and after every claim that gave something
     * once half of the room is free. A round ends after a second, so that a dispatcher can be stopped.
     *
     * @param rows what the last claim gave, null at the beginning of a round
     */
    public synchronized boolean wanted(List<?> rows) {
        if (rows == null) {
            roundEnds = System.nanoTime() + ROUND.toNanos();
            return true;
        }
        return !rows.isEmpty() && roomInThisRound();
    }

    private boolean roomInThisRound() {
        try {
            long left = left();
            while (taken > capacity / 2 && left > 0) {
                wait(left);
                left = left();
            }
            return left > 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private long left() {
        return TimeUnit.NANOSECONDS.toMillis(roundEnds - System.nanoTime());
    }

    @Override
    public void execute(Runnable work) {
        synchronized (this) {
            taken++;
        }
        super.execute(() -> {
            try {
                work.run();
            } finally {
                finished();
            }
        });
    }

    private synchronized void finished() {
        taken--;
        notifyAll();
    }
}
