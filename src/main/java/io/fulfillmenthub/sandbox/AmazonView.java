package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An order as a caller may see it: only the sections asked for, no secrets of pending or Amazon-fulfilled orders. */
final class AmazonView {

    /** The sandbox's own field of an order, which no caller sees: how many of its confirmations are forgotten at first. */
    static final String CONFIRMATIONS_LOST = "sandboxConfirmationsLost";

    private static final Map<String, AmazonDataset> ORDER_SECTIONS = Map.of(
            "buyer", AmazonDataset.BUYER,
            "recipient", AmazonDataset.RECIPIENT,
            "proceeds", AmazonDataset.PROCEEDS,
            "payment", AmazonDataset.PAYMENT,
            "tax", AmazonDataset.TAX,
            "fulfillment", AmazonDataset.FULFILLMENT,
            "packages", AmazonDataset.PACKAGES,
            "fulfillmentOrders", AmazonDataset.FULFILLMENT_ORDERS);
    private static final Map<String, AmazonDataset> ITEM_SECTIONS = Map.of(
            "proceeds", AmazonDataset.PROCEEDS,
            "expense", AmazonDataset.EXPENSE,
            "promotion", AmazonDataset.PROMOTION,
            "cancellation", AmazonDataset.CANCELLATION,
            "fulfillment", AmazonDataset.FULFILLMENT,
            "tax", AmazonDataset.TAX);
    private static final Set<String> ORDER_SECRETS_WHILE_PENDING =
            Set.of("buyer", "recipient", "proceeds", "payment", "tax", "packages");
    private static final Set<String> ITEM_SECRETS_WHILE_PENDING = Set.of("proceeds", "expense", "promotion", "tax");
    private static final List<String> PERSONAL_IN_ADDRESS = List.of(
            "name",
            "companyName",
            "addressLine1",
            "addressLine2",
            "addressLine3",
            "postalCode",
            "phone",
            "extendedFields");

    private AmazonView() {}

    /** @return a new order that shares its unchanged parts with the given one */
    static ObjectNode of(ObjectNode order, Set<AmazonDataset> included) {
        boolean pending = AmazonStatus.of(order).pending();
        ObjectNode view = section(order, ORDER_SECTIONS, included, pending ? ORDER_SECRETS_WHILE_PENDING : Set.of());
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        order.path("orderItems").forEach(item -> items.add(item(item, included, pending)));
        view.set("orderItems", items);
        view.remove(CONFIRMATIONS_LOST);
        return byAmazon(order) ? withoutPersons(view.deepCopy()) : view;
    }

    static boolean byAmazon(JsonNode order) {
        return order.path("fulfillment").path("fulfilledBy").asText().equals("AMAZON");
    }

    static String marketplaceOf(JsonNode order) {
        return order.path("salesChannel").path("marketplaceId").asText();
    }

    private static ObjectNode item(JsonNode item, Set<AmazonDataset> included, boolean pending) {
        ObjectNode view = section(item, ITEM_SECTIONS, included, pending ? ITEM_SECRETS_WHILE_PENDING : Set.of());
        if (pending && item.path("product") instanceof ObjectNode product) {
            view.set("product", product.deepCopy().without("price"));
        }
        return view;
    }

    private static ObjectNode section(
            JsonNode whole, Map<String, AmazonDataset> sections, Set<AmazonDataset> included, Set<String> secrets) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        whole.properties().forEach(field -> {
            AmazonDataset dataset = sections.get(field.getKey());
            if ((dataset == null || included.contains(dataset)) && !secrets.contains(field.getKey())) {
                view.set(field.getKey(), field.getValue());
            }
        });
        return view;
    }

    private static ObjectNode withoutPersons(ObjectNode view) {
        view.remove(List.of("buyer", "packages"));
        if (view.path("recipient").path("deliveryAddress") instanceof ObjectNode address) {
            address.remove(PERSONAL_IN_ADDRESS);
        }
        view.path("orderItems").forEach(item -> {
            if (item.path("fulfillment").path("packing").path("giftOption") instanceof ObjectNode gift) {
                gift.remove("giftMessage");
            }
        });
        return view;
    }
}
