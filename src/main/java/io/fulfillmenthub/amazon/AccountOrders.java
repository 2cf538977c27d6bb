package io.fulfillmenthub.amazon;

import io.fulfillmenthub.order.OrderOverrides;
import io.fulfillmenthub.order.OrderSettings.CustomerCreation;
import io.fulfillmenthub.order.OrderSettings.Imports;
import io.fulfillmenthub.order.OrderSettings.Invoice;
import io.fulfillmenthub.order.OrderSettings.NumberSource;
import io.fulfillmenthub.order.OrderSettings.StockCheck;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How one account's orders are created where that differs from {@code hub.orders}, {@code amazon.accounts[].orders}; absent
 * settings are those of {@code hub.orders}.
 *
 * @param imports whether its orders become Commerce orders
 * @param customerCreation whether its buyers become Commerce customers
 * @param numberSource where the Commerce order number comes from
 * @param status {@code default} or a Commerce status code
 * @param invoice when its orders are invoiced
 * @param stockCheck whether Commerce must have the goods
 */
public record AccountOrders(
        @Name("import") Imports imports,
        CustomerCreation customerCreation,
        NumberSource numberSource,
        String status,
        Invoice invoice,
        StockCheck stockCheck) {

    OrderOverrides toOverrides() {
        return new OrderOverrides(imports, customerCreation, numberSource, status, invoice, stockCheck);
    }
}
