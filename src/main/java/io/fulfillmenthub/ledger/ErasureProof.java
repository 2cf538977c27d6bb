package io.fulfillmenthub.ledger;

import java.time.Instant;
import java.util.List;

/**
 * What became of a request to erase a buyer, to be kept or handed out; the names are those of the HTTP API.
 *
 * @param requestedAt when it was asked for
 * @param requestedBy the operator
 * @param orders the buyer's orders
 */
public record ErasureProof(Instant requestedAt, String requestedBy, List<Entry> orders) {

    public ErasureProof {
        orders = List.copyOf(orders);
    }

    /**
     * One order of the buyer.
     *
     * @param accountId the seller account
     * @param amazonOrderId Amazon's order id
     * @param commerceOrderNumber the order in Commerce, where the merchant erases by Commerce's own means; null without one
     * @param erased whether the hub keeps nothing of the buyer any more
     * @param note what was done, or what is waited for
     */
    public record Entry(
            String accountId, String amazonOrderId, String commerceOrderNumber, boolean erased, String note) {}
}
