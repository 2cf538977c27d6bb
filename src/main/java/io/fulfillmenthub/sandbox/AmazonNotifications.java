package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who wants Amazon's notifications, and where; the sandbox itself sends none. */
@Component
@Profile("sandbox")
public class AmazonNotifications {

    private final Map<String, ObjectNode> destinations = new LinkedHashMap<>();
    private final Map<String, ObjectNode> subscriptions = new LinkedHashMap<>();

    /** @return every destination, oldest first */
    public synchronized List<ObjectNode> destinations() {
        return List.copyOf(destinations.values());
    }

    /** @return the subscriptions by account, oldest first */
    public synchronized Map<String, ObjectNode> subscriptions() {
        return Map.copyOf(subscriptions);
    }

    synchronized ObjectNode createDestination(JsonNode request) {
        JsonNode specification = request.path("resourceSpecification");
        String arn = specification.at("/sqs/arn").asText();
        if (!arn.matches("arn:aws:sqs:\\S+:\\S+:\\S+")
                || request.path("name").asText().isBlank()) {
            throw AmazonRefusal.invalid("name and resourceSpecification are required.", arn);
        }
        if (destinations.containsKey(arn)) {
            throw AmazonRefusal.conflict(arn);
        }
        ObjectNode destination = JsonNodeFactory.instance
                .objectNode()
                .put("destinationId", UUID.randomUUID().toString())
                .put("name", request.path("name").asText());
        destination.set("resource", specification.deepCopy());
        destinations.put(arn, destination);
        return destination;
    }

    synchronized ObjectNode createSubscription(SandboxSettings.Account account, JsonNode request) {
        String destination = request.path("destinationId").asText();
        boolean known = destinations.values().stream()
                .anyMatch(one -> one.path("destinationId").asText().equals(destination));
        if (!known
                || !request.at("/processingDirective/eventFilter/eventFilterType")
                        .asText()
                        .equals("ORDER_CHANGE")) {
            throw AmazonRefusal.invalid("destinationId and an eventFilter are required.", destination);
        }
        if (subscriptions.containsKey(account.id())) {
            throw AmazonRefusal.conflict(destination);
        }
        ObjectNode subscription = request.<ObjectNode>deepCopy()
                .put("subscriptionId", UUID.randomUUID().toString());
        subscriptions.put(account.id(), subscription);
        return subscription;
    }
}
