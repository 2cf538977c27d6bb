package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A configured seller account, as far as orders are concerned.
 *
 * @param id {@code amazon.accounts[].id}
 * @param region Amazon's region: NA, EU or FE
 * @param marketplaceIds Amazon's marketplaces of the account
 * @param storeCode the Commerce store view that receives its orders
 * @param importOrdersFrom orders created earlier are never imported, {@link Instant#MIN} without a cut-off
 * @param skuAliases Commerce's SKU by the seller's SKU at Amazon, where the two differ
 * @param orders what it does otherwise than {@code hub.orders} says
 * @param active whether it is polled and confirmed to
 */
public record SellerAccount(
        String id,
        String region,
        List<String> marketplaceIds,
        String storeCode,
        Instant importOrdersFrom,
        Map<String, String> skuAliases,
        OrderOverrides orders,
        boolean active) {

    public SellerAccount {
        marketplaceIds = List.copyOf(marketplaceIds);
        skuAliases = Map.copyOf(skuAliases);
        importOrdersFrom = importOrdersFrom == null ? Instant.MIN : importOrdersFrom;
    }

    /** @return the SKU by which Commerce knows what Amazon calls that */
    public String commerceSku(String sku) {
        return skuAliases.getOrDefault(sku, sku);
    }
}
