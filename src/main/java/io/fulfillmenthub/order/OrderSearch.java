package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.Optional;

/**
 * A question for one page of changed orders; it is kept in the ledger so that it can be resumed after a restart.
 *
 * @param accountId the seller account
 * @param lastUpdatedAfter the beginning of the window
 * @param pageToken Amazon's token of the page, null for the first one
 * @param open whether there is a page to ask for
 */
public record OrderSearch(String accountId, Instant lastUpdatedAfter, String pageToken, boolean open) {

    /** @return Amazon's token of the page */
    public Optional<String> token() {
        return Optional.ofNullable(pageToken);
    }
}
