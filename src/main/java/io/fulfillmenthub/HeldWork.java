package io.fulfillmenthub;

import io.fulfillmenthub.ledger.ClaimedWork;
import io.fulfillmenthub.order.Work;
import java.time.Clock;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.stereotype.Component;

/** Lets a worker begin with claimed work, and notices when its exchange is done. */
@Component("heldWork")
public class HeldWork {

    private final ClaimedWork claimed;
    private final Clock clock;
    private final ClaimLimit limit;

    HeldWork(ClaimedWork claimed, Clock clock, HubSettings settings) {
        this.claimed = claimed;
        this.clock = clock;
        this.limit = new ClaimLimit(settings.lease(), clock);
    }

    /** @return the time before a claim is made or renewed, in milliseconds since 1970: {@link ClaimLimit} counts from it */
    public long now() {
        return clock.millis();
    }

    /**
     * @return whether the work is still to be done here: a hub that stops gives back what had not begun, and a claim that grew
     *     old while it waited for a worker goes back too
     */
    public boolean begin(@Body Work work, @Header(ClaimLimit.CLAIMED_AT) Long claimedAt, Exchange exchange) {
        if (claimedAt != null && limit.old(claimedAt)) {
            claimed.giveBack(work);
            return false;
        }
        boolean ours = claimed.begin(work);
        if (ours) {
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange done) {
                    claimed.end(work);
                }
            });
        }
        return ours;
    }
}
