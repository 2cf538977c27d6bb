package io.fulfillmenthub.order;

import java.util.Optional;

/** The SKUs that operators mapped by hand; they count before {@code amazon.sku-aliases}. */
@FunctionalInterface
public interface SkuAliases {

    /** @return Commerce's SKU for what the seller calls that at Amazon, empty when nobody mapped it */
    Optional<String> find(String accountId, String amazonSku);
}
