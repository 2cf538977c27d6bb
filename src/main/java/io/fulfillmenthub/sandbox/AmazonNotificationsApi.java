package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Amazon's Notifications API v1, as far as ORDER_CHANGE in an SQS queue needs it. */
@RestController
@RequestMapping("/sandbox/amazon/notifications/v1")
@Profile("sandbox")
class AmazonNotificationsApi {

    private static final String TOKEN = "x-amz-access-token";

    private final AmazonGate gate;
    private final AmazonNotifications notifications;
    private final ObjectMapper json;

    AmazonNotificationsApi(AmazonGate gate, AmazonNotifications notifications, ObjectMapper json) {
        this.gate = gate;
        this.notifications = notifications;
        this.json = json;
    }

    @GetMapping("/destinations")
    ResponseEntity<JsonNode> destinations(@RequestHeader(name = TOKEN, required = false) String token) {
        return gate.grantless(AmazonOperation.NOTIFICATIONS, token, () -> {
            ObjectNode answer = json.createObjectNode();
            notifications.destinations().forEach(answer.putArray("payload")::add);
            return answer;
        });
    }

    @PostMapping("/destinations")
    ResponseEntity<JsonNode> createDestination(
            @RequestHeader(name = TOKEN, required = false) String token, @RequestBody JsonNode request) {
        return gate.grantless(
                AmazonOperation.NOTIFICATIONS, token, () -> payload(notifications.createDestination(request)));
    }

    @GetMapping("/subscriptions")
    ResponseEntity<JsonNode> subscriptions(@RequestHeader(name = TOKEN, required = false) String token) {
        return gate.call(AmazonOperation.NOTIFICATIONS, token, account -> {
            ObjectNode payload = json.createObjectNode();
            var found = payload.putArray("subscriptions");
            Optional.ofNullable(notifications.subscriptions().get(account.id())).ifPresent(found::add);
            return Optional.of(payload(payload));
        });
    }

    @PostMapping("/subscriptions/ORDER_CHANGE")
    ResponseEntity<JsonNode> createSubscription(
            @RequestHeader(name = TOKEN, required = false) String token, @RequestBody JsonNode request) {
        return gate.call(
                AmazonOperation.NOTIFICATIONS,
                token,
                account -> Optional.of(payload(notifications.createSubscription(account, request))));
    }

    private ObjectNode payload(ObjectNode content) {
        return json.createObjectNode().set("payload", content);
    }
}
