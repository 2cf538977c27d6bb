package io.fulfillmenthub.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.order.AmazonPackage;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.ShipmentNotice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Shipments in whatever form they come. */
final class NoticeReader {

    private static final Set<String> COMMERCE_CARRIERS = Set.of("ups", "usps", "fedex", "dhl");

    private NoticeReader() {}

    /** @throws IllegalArgumentException when it is no shipment */
    static List<ShipmentNotice> read(ObjectMapper json, Object body) {
        if (body instanceof Collection<?> many) {
            return many.stream().flatMap(one -> read(json, one).stream()).toList();
        }
        if (body instanceof ShipmentNotice notice) {
            return List.of(notice);
        }
        try {
            return notices(json, tree(json, body));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "This is no shipment: give one as in docs/shipments.md, as JSON or as a ShipmentNotice", e);
        }
    }

    private static JsonNode tree(ObjectMapper json, Object body) throws JsonProcessingException {
        return body instanceof String text ? json.readTree(text) : json.valueToTree(body);
    }

    private static List<ShipmentNotice> notices(ObjectMapper json, JsonNode tree) throws JsonProcessingException {
        List<ShipmentNotice> notices = new ArrayList<>();
        for (JsonNode one : tree.isArray() ? tree : List.of(tree)) {
            notices.add(json.readerFor(ShipmentNotice.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(one.toString()));
        }
        return notices;
    }

    static ShipmentNotice ofAmazon(Order order, AmazonPackage shown) {
        String carrier = shown.carrier() == null ? "" : shown.carrier().strip();
        String code = carrier.toLowerCase(Locale.ROOT);
        return new ShipmentNotice(
                order.accountId(),
                order.amazonOrderId(),
                "amazon/" + order.amazonOrderId() + "/" + shown.packageReferenceId(),
                null,
                shown.units().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(unit -> new ShipmentNotice.Item(null, unit.getKey(), unit.getValue(), List.of()))
                        .toList(),
                List.of(new ShipmentNotice.Label(
                        COMMERCE_CARRIERS.contains(code) ? code : "custom",
                        carrier.isEmpty() ? null : carrier,
                        shown.trackingNumber())));
    }
}
