package io.fulfillmenthub.order;

import java.util.Optional;

/** The SKUs that operators mapped by hand; they count before {@code amazon.sku-aliases}. */
@FunctionalInterface
public interface SkuAliases {

    /** @return Commerce's SKU for what the seller calls that at Amazon, empty when nobody mapped it; a second old at most */
    Optional<String> find(String accountId, String amazonSku);

    /** @return the same as it is at this moment, for who is about to refuse an order */
    default Optional<String> findNow(String accountId, String amazonSku) {
        return find(accountId, amazonSku);
    }
}
