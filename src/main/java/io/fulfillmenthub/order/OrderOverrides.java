package io.fulfillmenthub.order;

import io.fulfillmenthub.order.OrderSettings.CustomerCreation;
import io.fulfillmenthub.order.OrderSettings.Imports;
import io.fulfillmenthub.order.OrderSettings.Invoice;
import io.fulfillmenthub.order.OrderSettings.NumberSource;
import io.fulfillmenthub.order.OrderSettings.StockCheck;

/**
 * What one account does otherwise than {@link OrderSettings} say; null where it does the same.
 *
 * @param imports {@code amazon.accounts[].orders.import}
 * @param customerCreation {@code amazon.accounts[].orders.customer-creation}
 * @param numberSource {@code amazon.accounts[].orders.number-source}
 * @param status {@code amazon.accounts[].orders.status}
 * @param invoice {@code amazon.accounts[].orders.invoice}
 * @param stockCheck {@code amazon.accounts[].orders.stock-check}
 */
public record OrderOverrides(
        Imports imports,
        CustomerCreation customerCreation,
        NumberSource numberSource,
        String status,
        Invoice invoice,
        StockCheck stockCheck) {

    /** An account that does everything as all do. */
    public static final OrderOverrides NONE = new OrderOverrides(null, null, null, null, null, null);
}
