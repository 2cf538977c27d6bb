package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.AttentionGroup;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.ReasonCode;

/**
 * Where in this console something is mended.
 *
 * @param link the page
 * @param text what is done there
 */
record Remedy(String link, String text) {

    /** @return the page that mends all of a reason, null when it is mended elsewhere or order by order */
    static Remedy of(ReasonCode reason) {
        return switch (reason) {
            case SUBSCRIBER_FAILED -> new Remedy("/subscribers", "Replay");
            case AMAZON_UNAUTHORISED -> new Remedy("/accounts", "Accounts");
            case COMMERCE_UNAUTHORISED, COMMERCE_REFUSED, AMAZON_REFUSED, OUT_OF_ATTEMPTS ->
                new Remedy("/errors", "Errors");
            default -> null;
        };
    }

    /** @return the open form that mends the whole group, null when there is none: a mapping counts for every order of a SKU */
    static Remedy of(AttentionGroup group) {
        return switch (group.reason()) {
            case PRODUCT_UNKNOWN, PRODUCT_COMPOSITE -> form(group.example(), "map-sku", "Map SKU");
            case ADDRESS_REFUSED -> single(group, form(group.example(), "address", "Correct address"));
            case TRACKING_DROPPED -> single(group, form(group.example(), "confirm", "Confirm again"));
            default -> null;
        };
    }

    private static Remedy single(AttentionGroup group, Remedy remedy) {
        return group.size() == 1 ? remedy : null;
    }

    private static Remedy form(OrderKey order, String form, String text) {
        return new Remedy("/orders/" + order.accountId() + "/" + order.amazonOrderId() + "?open=" + form, text);
    }
}
