package io.fulfillmenthub;

import java.time.Instant;

/** ORDER_CHANGE notifications as Amazon writes them, in the forms in which they arrive. */
public final class Notifications {

    private Notifications() {}

    /** @return a notification, as in Amazon's schema */
    public static String of(String amazonOrderId, String id, Instant changedAt) {
        return """
                {"NotificationVersion": "1.0", "NotificationType": "ORDER_CHANGE", "PayloadVersion": "1.0",
                 "EventTime": "%3$s", "Payload": {"OrderChangeNotification": {"NotificationLevel": "OrderLevel",
                 "SellerId": "A3TH9S8BH6GOGM", "AmazonOrderId": "%1$s", "OrderChangeType": "OrderStatusChange",
                 "OrderChangeTrigger": {"TimeOfOrderChange": "%3$s", "ChangeReason": "Status Change"},
                 "Summary": {"MarketplaceId": "ATVPDKIKX0DER", "OrderStatus": "Unshipped", "FulfillmentType": "MFN"}}},
                 "NotificationMetadata": {"ApplicationId": "app", "SubscriptionId": "sub", "PublishTime": "%3$s",
                 "NotificationId": "%2$s"}}""".formatted(amazonOrderId, id, changedAt);
    }

    /** @return the message as a JSON string inside JSON */
    public static String encodedTwice(String message) {
        return quoted(message);
    }

    /** @return the message in the envelope of a topic */
    public static String fromATopic(String message) {
        return "{\"Type\": \"Notification\", \"MessageId\": \"1\", \"Message\": " + quoted(message) + "}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
