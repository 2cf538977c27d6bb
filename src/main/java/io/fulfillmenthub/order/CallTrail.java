package io.fulfillmenthub.order;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The remote calls that a piece of work has made since the last thing that went into its history, kept by the thread that does
 * the work: they are written down together with what happens next, and cost no statement of their own.
 */
public final class CallTrail {

    private static final int MOST_CALLS = 50;
    private static final ThreadLocal<CallTrail> WORK = new ThreadLocal<>();

    private final List<CallOutcome> calls = new ArrayList<>();
    private String side;
    private String operation;
    private long begun;

    private CallTrail() {}

    /** A worker begins with something new. */
    public static void open() {
        WORK.set(new CallTrail());
    }

    /** A worker is done. */
    public static void close() {
        WORK.remove();
    }

    /** A request is about to be sent; of what no worker does, such as a poll, nothing is kept. */
    public static void begin(String side, String operation) {
        CallTrail trail = WORK.get();
        if (trail != null) {
            trail.add(0, null);
            trail.side = side;
            trail.operation = operation;
            trail.begun = System.nanoTime();
        }
    }

    /**
     * The answer is there, or there will be none.
     *
     * @param status the HTTP status, 0 without a readable answer
     * @param requestId the remote side's request id, null without one
     */
    public static void end(int status, String requestId) {
        CallTrail trail = WORK.get();
        if (trail != null) {
            trail.add(status, requestId);
        }
    }

    /** @return the calls that are not written down yet, the oldest first; from now on they are */
    public static List<CallOutcome> take() {
        CallTrail trail = WORK.get();
        if (trail == null) {
            return List.of();
        }
        trail.add(0, null);
        List<CallOutcome> taken = List.copyOf(trail.calls);
        trail.calls.clear();
        return taken;
    }

    private void add(int status, String requestId) {
        if (operation != null && calls.size() < MOST_CALLS) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            calls.add(new CallOutcome(side, operation, status, requestId, millis));
        }
        operation = null;
    }
}
