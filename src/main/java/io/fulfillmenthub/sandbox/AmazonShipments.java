package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Amazon's packages: a confirmation with a new reference adds one, with a known reference it replaces that one. */
@Component
@Profile("sandbox")
class AmazonShipments {

    private static final String REFERENCE = "packageReferenceId";

    private final AmazonWorld world;
    private final List<String> silentlyDropped;
    private final Clock clock;
    private final ObjectMapper json;

    AmazonShipments(AmazonWorld world, SandboxSettings settings, ObjectProvider<Clock> clock, ObjectMapper json) {
        this.world = world;
        this.silentlyDropped = settings.amazon().silentlyDroppedCarriers();
        this.clock = clock.getIfUnique(Clock::systemUTC);
        this.json = json;
    }

    void confirm(String orderId, byte[] body) {
        ObjectNode request = parse(body);
        JsonNode detail = request.path("packageDetail");
        AmazonConfirmation.checkForm(request);
        if (silentlyDropped.contains(detail.path("carrierCode").asText()) || loses(orderId)) {
            world.peek(orderId).ifPresent(order -> AmazonConfirmation.checkOrder(order, request));
        } else {
            world.update(orderId, order -> {
                AmazonConfirmation.checkOrder(order, request);
                ship(order, detail);
            });
        }
        world.confirmed(orderId, request);
    }

    private boolean loses(String orderId) {
        int lost = world.peek(orderId)
                .map(order -> order.path(AmazonView.CONFIRMATIONS_LOST).asInt())
                .orElse(0);
        return world.confirmations(orderId).size() < lost;
    }

    private ObjectNode parse(byte[] body) {
        try {
            if (body != null && json.readTree(body) instanceof ObjectNode request) {
                return request;
            }
            throw AmazonQuery.refuse("The body must be a JSON object.");
        } catch (IOException e) {
            throw AmazonQuery.refuse("The body is not JSON.");
        }
    }

    private void ship(ObjectNode order, JsonNode detail) {
        ArrayNode packages = order.withArrayProperty("packages");
        OptionalInt known = indexOf(packages, detail.path(REFERENCE).asText());
        if (known.isEmpty() && AmazonStatus.of(order) == AmazonStatus.SHIPPED) {
            throw AmazonRefusal.invalid(
                    "Not finding a matching package or order already fulfilled. PackageToUpdateNotFound",
                    "packageDetail.packageReferenceId");
        }
        if (known.isPresent()) {
            JsonNode before = packages.get(known.getAsInt());
            packages.set(
                    known.getAsInt(), parcel(detail, before.path("createdTime").asText()));
        } else {
            packages.add(parcel(
                    detail, clock.instant().truncatedTo(ChronoUnit.MILLIS).toString()));
        }
        Map<String, Integer> quantities = quantities(packages);
        AmazonConfirmation.checkQuantities(order, quantities);
        AmazonChange.shipped(order, quantities);
    }

    private ObjectNode parcel(JsonNode detail, String createdTime) {
        String code = detail.path("carrierCode").asText();
        ObjectNode parcel = json.createObjectNode()
                .put(REFERENCE, detail.path(REFERENCE).asText())
                .put("createdTime", createdTime)
                .put(
                        "carrier",
                        code.equals("Other") ? detail.path("carrierName").asText() : code)
                .put("shipTime", detail.path("shipDate").asText())
                .put("trackingNumber", detail.path("trackingNumber").asText());
        if (detail.hasNonNull("shippingMethod")) {
            parcel.put("shippingService", detail.path("shippingMethod").asText());
        }
        parcel.putObject("packageStatus").put("status", "SHIPPED");
        parcel.set("packageItems", detail.path("orderItems").deepCopy());
        return parcel;
    }

    private static OptionalInt indexOf(ArrayNode packages, String reference) {
        for (int i = 0; i < packages.size(); i++) {
            if (packages.get(i).path(REFERENCE).asText().equals(reference)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static Map<String, Integer> quantities(ArrayNode packages) {
        Map<String, Integer> quantities = new HashMap<>();
        packages.forEach(parcel -> parcel.path("packageItems")
                .forEach(item -> quantities.merge(
                        item.path("orderItemId").asText(), item.path("quantity").asInt(), Integer::sum)));
        return quantities;
    }
}
