package io.fulfillmenthub.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The misbehaviours that wait for their calls, and the brake that holds calls back. */
@Component
@Profile("sandbox")
public class Faults {

    private static final Duration LONGEST_HOLD = Duration.ofMinutes(10);

    private final List<Fault> waiting = new ArrayList<>();
    private volatile boolean any;
    private volatile CountDownLatch brake = new CountDownLatch(1);
    private int held;

    /** Adds a fault; of several that match a call the oldest acts. */
    public synchronized void add(Fault fault) {
        if (fault.times() != 0) {
            waiting.add(fault);
            any = true;
        }
    }

    /** @return the faults still waiting, with the calls that are left to skip and to spoil */
    public synchronized List<Fault> remaining() {
        return List.copyOf(waiting);
    }

    /** Forgets all faults and lets held calls go on. */
    public synchronized void clear() {
        waiting.clear();
        any = false;
        release();
    }

    /** Lets every call go on that is held or delayed at this moment. */
    public synchronized void release() {
        CountDownLatch pulled = brake;
        brake = new CountDownLatch(1);
        pulled.countDown();
    }

    /** @return how many calls are held back or delayed at this moment */
    public synchronized int held() {
        return held;
    }

    Optional<Fault> next(Call call) {
        return any ? take(call) : Optional.empty();
    }

    void hold() {
        CountDownLatch current = arrive();
        await(current, LONGEST_HOLD);
        leave();
    }

    void pause(long millis) {
        if (millis > 0) {
            CountDownLatch current = arrive();
            await(current, Duration.ofMillis(millis));
            leave();
        }
    }

    private synchronized Optional<Fault> take(Call call) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (fault.matches(call)) {
                if (fault.skip() == 0) {
                    spend(i, fault);
                    return Optional.of(fault);
                }
                waiting.set(i, fault.skipping(fault.skip() - 1));
            }
        }
        return Optional.empty();
    }

    private void spend(int index, Fault fault) {
        if (fault.times() < 0) {
            return;
        }
        if (fault.times() == 1) {
            waiting.remove(index);
        } else {
            waiting.set(index, fault.times(fault.times() - 1));
        }
        any = !waiting.isEmpty();
    }

    private synchronized CountDownLatch arrive() {
        held++;
        return brake;
    }

    private synchronized void leave() {
        held--;
    }

    private static void await(CountDownLatch latch, Duration longest) {
        try {
            latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
