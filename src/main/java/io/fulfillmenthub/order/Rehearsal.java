package io.fulfillmenthub.order;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The dry run of one order: what it would send is noted here, and nothing of it is sent. */
public final class Rehearsal {

    /** The number of the claim that a rehearsal has: no row of the ledger has it, so that nothing can be written. */
    public static final long NO_CLAIM = -1;

    private final DueOrder due;
    private final List<OutgoingRequest> requests = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Script> end = new CompletableFuture<>();

    /** @param due the order, under {@link #NO_CLAIM} */
    public Rehearsal(DueOrder due) {
        this.due = due;
    }

    /**
     * What came of a dry run.
     *
     * @param action what the hub would do with the order now
     * @param requests the changing requests in their order; they may hold personal data
     * @param problem why it would go no further, null when nothing stops it
     */
    public record Script(Decision.Action action, List<OutgoingRequest> requests, String problem) {}

    /** @return the order as the hub would work on it */
    public DueOrder due() {
        return due;
    }

    /** Notes a request. */
    public void add(OutgoingRequest request) {
        requests.add(request);
    }

    /** @return the request noted last */
    public OutgoingRequest last() {
        return requests.get(requests.size() - 1);
    }

    /** Ends it. */
    public void finish() {
        end.complete(new Script(due.decision().action(), List.copyOf(requests), null));
    }

    /** @param problem one sentence why it goes no further */
    public void stop(String problem) {
        end.complete(new Script(due.decision().action(), List.copyOf(requests), problem));
    }

    /** @return what came of it, empty when it takes longer */
    public Optional<Script> await(Duration patience) throws InterruptedException {
        try {
            return Optional.of(end.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException tooLong) {
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return the order */
    @Override
    public String toString() {
        return "Rehearsal[" + due.key() + "]";
    }
}
