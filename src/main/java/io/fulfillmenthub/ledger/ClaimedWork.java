package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Rehearsal;
import io.fulfillmenthub.order.Work;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What this hub holds claims on, so that a hub that stops gives them back instead of letting their leases run out. */
@Component
public class ClaimedWork {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimedWork.class);

    private final FailedWork rows;
    private final Clock clock;
    private final LedgerSettings settings;
    private final Map<Work, Instant> waiting = new IdentityHashMap<>();
    private final Set<Work> begun = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean closed;

    ClaimedWork(FailedWork rows, Clock clock, LedgerSettings settings) {
        this.rows = rows;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Forgets what was taken longer ago than a lease: nobody may begin with it any more, and a route of the user's own that
     * never says that it begins would let it pile up.
     *
     * @return the claimed work for the workers; nothing once the hub stops, for then it goes back at once
     */
    synchronized <T extends Work> List<T> take(List<T> claimed) {
        if (closed) {
            claimed.forEach(rows::release);
            return List.of();
        }
        Instant now = clock.instant();
        waiting.values().removeIf(taken -> taken.plus(settings.lease()).isBefore(now));
        claimed.stream().filter(work -> work.attempt() != Rehearsal.NO_CLAIM).forEach(work -> waiting.put(work, now));
        return claimed;
    }

    /** @return whether a worker may begin with it: it was not given back meanwhile */
    public synchronized boolean begin(Work work) {
        boolean ours = waiting.remove(work) != null;
        if (ours) {
            begun.add(work);
        }
        return ours;
    }

    /** Gives back one piece of work that no worker has begun. */
    public synchronized void giveBack(Work work) {
        if (waiting.remove(work) != null) {
            rows.release(work);
        }
    }

    /** The worker is done with it, whatever came of it; in a hub that stops nobody records why, so it goes back. */
    public synchronized void end(Work work) {
        if (begun.remove(work) && closed) {
            rows.release(work);
        }
    }

    /** @return whether the hub stops and claims no more */
    public synchronized boolean closed() {
        return closed;
    }

    /** Takes no more, and gives back what no worker has begun. */
    public synchronized void giveBackWaiting() {
        closed = true;
        giveBack(waiting.keySet(), "had not begun with");
    }

    /**
     * Gives back what workers did not finish in time. What they had sent is searched for like after a crash, and what they
     * still record is refused as soon as somebody else has claimed it.
     */
    public synchronized void giveBackUnfinished() {
        giveBack(begun, "did not finish");
    }

    private void giveBack(Collection<Work> works, String why) {
        long released = works.stream().filter(rows::release).count();
        works.clear();
        if (released > 0) {
            LOG.info("Gave back the claims on {} pieces of work that this hub {}", released, why);
        }
    }
}
