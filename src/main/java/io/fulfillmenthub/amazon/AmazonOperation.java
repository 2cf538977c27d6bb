package io.fulfillmenthub.amazon;

import java.util.Arrays;
import java.util.List;

/** The calls the hub makes to Amazon; each has a quota lane of its own except token exchange, upload and download. */
public enum AmazonOperation {
    SEARCH_ORDERS("search-orders", true, false),
    GET_ORDER("get-order", true, true),
    CONFIRM_SHIPMENT("confirm-shipment", false, true),
    CREATE_FEED_DOCUMENT("create-feed-document", true, true),
    UPLOAD_FEED("upload-feed", true, false),
    CREATE_FEED("create-feed", false, false),
    GET_FEEDS("get-feeds", true, false),
    GET_FEED("get-feed", true, true),
    GET_FEED_DOCUMENT("get-feed-document", true, false),
    DOWNLOAD_FEED("download-feed", true, false),
    GET_DESTINATIONS("get-destinations", true, true),
    CREATE_DESTINATION("create-destination", true, true),
    GET_SUBSCRIPTIONS("get-subscriptions", true, true),
    CREATE_SUBSCRIPTION("create-subscription", true, true),
    TOKEN("token", true, false);

    private final String id;
    private final boolean repeatable;
    private final boolean quick;

    AmazonOperation(String id, boolean repeatable, boolean quick) {
        this.id = id;
        this.repeatable = repeatable;
        this.quick = quick;
    }

    /** @return its name in settings, quotas and failures, such as {@code search-orders} */
    public String id() {
        return id;
    }

    /** @return whether sending it twice changes nothing at Amazon */
    boolean repeatable() {
        return repeatable;
    }

    /** @return whether it changes something at Amazon */
    boolean changing() {
        return switch (this) {
            case CONFIRM_SHIPMENT, CREATE_FEED_DOCUMENT, UPLOAD_FEED, CREATE_FEED -> true;
            default -> false;
        };
    }

    /** @return the names of the operations that have a quota */
    public static List<String> limited() {
        return Arrays.stream(values())
                .filter(operation -> switch (operation) {
                    case UPLOAD_FEED, DOWNLOAD_FEED, TOKEN -> false;
                    default -> true;
                })
                .map(AmazonOperation::id)
                .toList();
    }

    /** @return whether it is done in the name of the application, without a seller */
    boolean grantless() {
        return this == GET_DESTINATIONS || this == CREATE_DESTINATION;
    }

    /** @return whether its quota refills so fast that a short wait for it is worth while */
    boolean quick() {
        return quick;
    }
}
