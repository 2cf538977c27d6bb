package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.List;

/**
 * A configured seller account, as far as orders are concerned.
 *
 * @param id {@code amazon.accounts[].id}
 * @param marketplaceIds Amazon's marketplaces of the account
 * @param storeCode the Commerce store view that receives its orders
 * @param importOrdersFrom orders created earlier are never imported, {@link Instant#MIN} without a cut-off
 * @param active whether it is polled and confirmed to
 */
public record SellerAccount(
        String id, List<String> marketplaceIds, String storeCode, Instant importOrdersFrom, boolean active) {

    public SellerAccount {
        marketplaceIds = List.copyOf(marketplaceIds);
        importOrdersFrom = importOrdersFrom == null ? Instant.MIN : importOrdersFrom;
    }
}
