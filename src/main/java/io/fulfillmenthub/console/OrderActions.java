package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.OrderDetails;
import io.fulfillmenthub.ledger.OrderEntry;
import io.fulfillmenthub.ledger.PackageEntry;
import io.fulfillmenthub.order.OrderState;
import java.util.List;
import java.util.Set;

/**
 * What an operator may do with an order in its state.
 *
 * @param retry Retry now
 * @param importAnyway Import anyway
 * @param doNotImport Do not import
 * @param adopt Adopt a Commerce order
 * @param mapSku Map SKU
 * @param correctAddress Correct address
 * @param cancel Cancel with a reason
 * @param packages the packages that may be confirmed again
 */
record OrderActions(
        boolean retry,
        boolean importAnyway,
        boolean doNotImport,
        boolean adopt,
        boolean mapSku,
        boolean correctAddress,
        boolean cancel,
        List<PackageEntry> packages) {

    private static final Set<String> LEFT_OUT =
            Set.of("IMPORT_DISABLED", "BEFORE_CUT_OFF", "OTHER_CHANNEL", "DECIDED_BY_OPERATOR", "OUT_OF_STOCK");
    private static final Set<String> PRODUCTS = Set.of("PRODUCT_UNKNOWN", "PRODUCT_DISABLED", "PRODUCT_COMPOSITE");
    private static final Set<String> KNOWN_TO_AMAZON = Set.of("SENT", "CONFIRMED", "NEEDS_ATTENTION");

    static OrderActions of(OrderDetails details) {
        OrderEntry entry = details.entry();
        boolean readable = details.order().isPresent();
        boolean open = readable && entry.retryable() && entry.commerceOrderId() == null;
        boolean left = entry.reason() != null && LEFT_OUT.contains(entry.reason());
        return new OrderActions(
                readable && entry.retryable(),
                open && left && entry.state() != OrderState.WAITING,
                open && entry.state() != OrderState.NOT_IMPORTED && entry.state() != OrderState.IMPORTING,
                open,
                open && entry.reason() != null && PRODUCTS.contains(entry.reason()),
                open,
                readable && "UNSHIPPED".equals(entry.amazonStatus()) && "MERCHANT".equals(entry.fulfilledBy()),
                entry.state() == OrderState.CANCELLED ? List.of() : known(details.packages()));
    }

    private static List<PackageEntry> known(List<PackageEntry> packages) {
        return packages.stream()
                .filter(parcel -> KNOWN_TO_AMAZON.contains(parcel.state()))
                .toList();
    }
}
