package io.fulfillmenthub.order;

import java.util.Optional;

/**
 * How orders are created, {@code hub.orders} (the Order Settings page of Amazon Sales Channel).
 *
 * @param imports {@code hub.orders.import} [Import Amazon Orders]
 * @param customerCreation {@code hub.orders.customer-creation} [Customer Creation]
 * @param numberSource {@code hub.orders.number-source} [Order Number Source]
 * @param status {@code hub.orders.status} [Order Status]: {@code default} or any Commerce status code
 * @param invoice {@code hub.orders.invoice}
 * @param stockCheck {@code hub.orders.stock-check}
 * @param phonePlaceholder {@code hub.orders.phone-placeholder}: sent where Amazon gives no phone
 * @param namePlaceholder {@code hub.orders.name-placeholder}: sent where Amazon gives no name (FBA)
 * @param addressPlaceholder {@code hub.orders.address-placeholder}: sent where Amazon gives no street, city or postcode
 * @param emailDomain {@code hub.orders.email-domain}: where Amazon gives no e-mail, its order id at this domain is sent
 */
public record OrderSettings(
        Imports imports,
        CustomerCreation customerCreation,
        NumberSource numberSource,
        String status,
        Invoice invoice,
        StockCheck stockCheck,
        String phonePlaceholder,
        String namePlaceholder,
        String addressPlaceholder,
        String emailDomain) {

    /** Whether Amazon orders become Commerce orders. */
    public enum Imports {
        ENABLED,
        DISABLED
    }

    /** Whether buyers become Commerce customers. */
    public enum CustomerCreation {
        GUEST,
        ACCOUNT
    }

    /** Where the Commerce order number comes from. */
    public enum NumberSource {
        COMMERCE,
        AMAZON
    }

    /** When merchant-fulfilled orders are invoiced. */
    public enum Invoice {
        IMPORT,
        NEVER
    }

    /** Whether Commerce must have the goods of merchant-fulfilled orders. */
    public enum StockCheck {
        SALABLE,
        OFF
    }

    /** @return these settings for an account that does some things otherwise */
    public OrderSettings with(OrderOverrides own) {
        return new OrderSettings(
                or(own.imports(), imports),
                or(own.customerCreation(), customerCreation),
                or(own.numberSource(), numberSource),
                or(own.status(), status),
                or(own.invoice(), invoice),
                or(own.stockCheck(), stockCheck),
                phonePlaceholder,
                namePlaceholder,
                addressPlaceholder,
                emailDomain);
    }

    private static <T> T or(T own, T common) {
        return own == null ? common : own;
    }

    /** @return the Commerce status to give, empty for Commerce's own */
    public Optional<String> customStatus() {
        return "default".equals(status) ? Optional.empty() : Optional.of(status);
    }
}
