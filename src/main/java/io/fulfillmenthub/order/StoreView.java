package io.fulfillmenthub.order;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A Commerce store view and what its orders need to know of the shop.
 *
 * @param id Commerce's {@code store_id}
 * @param code the store view's code
 * @param websiteId the website that customers belong to
 * @param baseCurrency the currency of the base amounts
 * @param rates units of a currency for one unit of the base currency, by ISO code; the base currency itself is 1
 */
public record StoreView(long id, String code, long websiteId, String baseCurrency, Map<String, BigDecimal> rates) {}
