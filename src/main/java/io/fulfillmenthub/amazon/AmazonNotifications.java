package io.fulfillmenthub.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.amazon.AmazonSettings.Account;
import io.fulfillmenthub.order.NotificationSubscription;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;

/** Bean {@code amazonNotifications}: the queue as a destination and the subscription to it, by the Notifications API v1. */
public class AmazonNotifications {

    private static final String API = "/notifications/v1/";
    private static final String TYPE = "ORDER_CHANGE";

    private final ObjectMapper json = new ObjectMapper();
    private final AmazonSettings settings;

    AmazonNotifications(AmazonSettings settings) {
        this.settings = settings;
    }

    /** @return the question for the destinations that the application has */
    public AmazonCall destinationsCall(NotificationSubscription wish) {
        return get(AmazonOperation.GET_DESTINATIONS, wish, "destinations", null);
    }

    /** @return the wish with the destination that the queue is already */
    public NotificationSubscription destination(AmazonCall answered) {
        NotificationSubscription wish = (NotificationSubscription) answered.question();
        for (JsonNode destination : payload(answered)) {
            if (destination.at("/resource/sqs/arn").asText().equals(wish.queue())) {
                return wish.at(destination.path("destinationId").asText());
            }
        }
        return wish;
    }

    /** @return the request to make the queue a destination */
    public AmazonCall createDestinationCall(NotificationSubscription wish) {
        ObjectNode body = json.createObjectNode().put("name", wish.queue().replaceFirst(".*:", ""));
        body.putObject("resourceSpecification").putObject("sqs").put("arn", wish.queue());
        return post(AmazonOperation.CREATE_DESTINATION, wish, "destinations", body);
    }

    /** @return the wish with the new destination */
    public NotificationSubscription destinationCreated(AmazonCall answered) {
        return ((NotificationSubscription) answered.question()).at(id(answered, "destinationId"));
    }

    /** @return the question for the account's subscriptions */
    public AmazonCall subscriptionsCall(NotificationSubscription wish) {
        return get(AmazonOperation.GET_SUBSCRIPTIONS, wish, "subscriptions", "notificationTypes=" + TYPE);
    }

    /**
     * @return the wish with the subscription that there is already
     * @throws RejectedException when the notifications go somewhere else
     */
    public NotificationSubscription subscription(AmazonCall answered) {
        NotificationSubscription wish = (NotificationSubscription) answered.question();
        JsonNode subscriptions = payload(answered).path("subscriptions");
        for (JsonNode subscription : subscriptions) {
            if (subscription.path("destinationId").asText().equals(wish.destinationId())) {
                return wish.subscribed(subscription.path("subscriptionId").asText());
            }
        }
        if (!subscriptions.isEmpty()) {
            throw new RejectedException(
                    ReasonCode.AMAZON_REFUSED,
                    "The account's ORDER_CHANGE notifications go to another destination already: "
                            + subscriptions.path(0).path("destinationId").asText());
        }
        return wish;
    }

    /** @return the request to send the account's notifications to the queue */
    public AmazonCall createSubscriptionCall(NotificationSubscription wish) {
        ObjectNode body =
                json.createObjectNode().put("payloadVersion", "1.0").put("destinationId", wish.destinationId());
        ObjectNode filter = body.putObject("processingDirective").putObject("eventFilter");
        filter.put("eventFilterType", TYPE);
        settings.account(wish.accountId()).marketplaceIds().forEach(filter.putArray("marketplaceIds")::add);
        filter.putArray("orderChangeTypes").add("OrderStatusChange").add("BuyerRequestedChange");
        return post(AmazonOperation.CREATE_SUBSCRIPTION, wish, "subscriptions/" + TYPE, body);
    }

    /** @return the wish with the new subscription */
    public NotificationSubscription subscribed(AmazonCall answered) {
        return ((NotificationSubscription) answered.question()).subscribed(id(answered, "subscriptionId"));
    }

    private AmazonCall get(AmazonOperation operation, NotificationSubscription wish, String path, String query) {
        Account account = settings.account(wish.accountId());
        return AmazonCall.get(operation, account.id(), wish, account.url(API + path), query);
    }

    private AmazonCall post(AmazonOperation operation, NotificationSubscription wish, String path, ObjectNode body) {
        Account account = settings.account(wish.accountId());
        return AmazonCall.post(
                operation, account.id(), wish, account.url(API + path), "application/json", body.toString());
    }

    private static JsonNode payload(AmazonCall answered) {
        JsonNode answer = answered.answer().json();
        return answer == null ? MissingNode.getInstance() : answer.path("payload");
    }

    private static String id(AmazonCall answered, String name) {
        String id = payload(answered).path(name).asText();
        if (id.isBlank()) {
            throw AmazonFailures.uncertain(answered, AmazonFailures.failure(answered), null);
        }
        return id;
    }
}
