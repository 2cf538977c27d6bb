package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.Optional;

/**
 * A question for one page of changed orders; it is kept in the ledger so that it can be resumed after a restart.
 *
 * @param lane where its progress is kept: {@link PollLane#orders} or {@link PollLane#sweep}
 * @param accountId the seller account
 * @param lastUpdatedAfter the beginning of the window
 * @param pageToken Amazon's token of the page, null for the first one
 * @param open whether there is a page to ask for
 */
public record OrderSearch(String lane, String accountId, Instant lastUpdatedAfter, String pageToken, boolean open) {

    /** A question of the account's usual poll. */
    public OrderSearch(String accountId, Instant lastUpdatedAfter, String pageToken, boolean open) {
        this(PollLane.orders(accountId), accountId, lastUpdatedAfter, pageToken, open);
    }

    /** @return whether it belongs to the sweep, which can wait */
    public boolean sweeping() {
        return lane.equals(PollLane.sweep(accountId));
    }

    /** @return the question for the next page, closed after the last one */
    public OrderSearch next(String nextToken) {
        return new OrderSearch(lane, accountId, lastUpdatedAfter, nextToken, nextToken != null);
    }

    /** @return Amazon's token of the page */
    public Optional<String> token() {
        return Optional.ofNullable(pageToken);
    }
}
