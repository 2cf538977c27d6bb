package io.fulfillmenthub.order;

/**
 * The hub's identity of an order: the configured seller account and Amazon's order id.
 *
 * @param accountId {@code amazon.accounts[].id}
 * @param amazonOrderId Amazon's 3-7-7 number, {@code orderId} of the Orders API v2026-01-01
 */
public record OrderKey(String accountId, String amazonOrderId) {

    public OrderKey {
        if (accountId == null || accountId.isBlank() || amazonOrderId == null || amazonOrderId.isBlank()) {
            throw new IllegalArgumentException("An order needs an account id and an Amazon order id");
        }
    }

    /** @return {@code account/amazonOrderId}, the form used in logs, keys of side effects and the header HubOrderId */
    @Override
    public String toString() {
        return accountId + "/" + amazonOrderId;
    }
}
