package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Takes orders in as they are given: nothing is computed, no stock is looked at, no mail is sent. */
@Component
@Profile("sandbox")
class CommerceOrderIntake {

    private static final List<String> NESTED =
            List.of("items", "billing_address", "payment", "status_histories", "extension_attributes");

    private final CommerceWorld world;
    private final CommerceSettings settings;
    private final CommerceAddresses addresses;

    CommerceOrderIntake(CommerceWorld world, CommerceSettings settings, CommerceDirectory directory) {
        this.world = world;
        this.settings = settings;
        this.addresses = new CommerceAddresses(directory);
    }

    /**
     * @return the order as the call answers it, which is not in everything as it is stored
     * @throws CommerceError 400, 404 or 500 as the real system does
     */
    ObjectNode save(JsonNode entity) {
        ObjectNode given = CommerceFields.check("order", entity);
        int id = given.path("entity_id").asInt();
        if (id > 0 && world.find(id).isPresent()) {
            synchronized (world.lock(id)) {
                return new CommerceOrderUpdate(world).update(world.order(id), given, this);
            }
        }
        return create(given);
    }

    private ObjectNode create(ObjectNode order) {
        checkReferences(order);
        order.remove("updated_at");
        order.put("created_at", order.has("created_at") ? time(order) : CommerceTime.now());
        if (!order.has("customer_email") && order.path("billing_address").has("email")) {
            order.set("customer_email", order.path("billing_address").get("email"));
        }
        addresses(order).forEach(address -> addresses.complete(address.address(), address.type(), order));
        order.put("entity_id", world.orders.nextId());
        if (!order.has("increment_id")) {
            order.put(
                    "increment_id",
                    world.sequences.incrementId(
                            "order", Math.max(order.path("store_id").asInt(), 1)));
        }
        number(order);
        complete(order);
        CommerceOrderState.check(order);
        ObjectNode stored = CommerceColumns.asStored(order);
        world.add(stored);
        return order;
    }

    private void checkReferences(ObjectNode order) {
        if (!order.has("payment")) {
            throw CommerceError.badRequest("Please provide payment for the order.");
        }
        if (order.path("payment").path("method").asText().isEmpty()) {
            throw CommerceError.badRequest("The payment method you requested is not available.");
        }
        if (order.has("store_id")
                && settings.store(order.path("store_id").asInt()).isEmpty()) {
            throw CommerceError.of(404, "The store that was requested wasn't found. Verify the store and try again.");
        }
        if (order.has("customer_id")
                && world.customers.get(order.path("customer_id").asInt()).isEmpty()) {
            throw CommerceError.masked();
        }
    }

    private static String time(ObjectNode order) {
        return CommerceTime.parse(order.path("created_at").asText());
    }

    /** An address of an order and what it is for. */
    record Addressed(ObjectNode address, String type) {}

    static List<Addressed> addresses(ObjectNode order) {
        List<Addressed> found = new ArrayList<>();
        if (order.get("billing_address") instanceof ObjectNode billing) {
            found.add(new Addressed(billing, "billing"));
        }
        JsonNode shipping = order.path("extension_attributes")
                .path("shipping_assignments")
                .path(0)
                .path("shipping")
                .path("address");
        if (shipping instanceof ObjectNode address) {
            found.add(new Addressed(address, "shipping"));
        }
        return found;
    }

    /** Gives the order's parts their ids. */
    void number(ObjectNode order) {
        int id = order.path("entity_id").asInt();
        String now = CommerceTime.now();
        for (JsonNode item : order.path("items")) {
            ((ObjectNode) item)
                    .put("item_id", world.sequences.next("item"))
                    .put("order_id", id)
                    .put("created_at", now)
                    .put("updated_at", now);
            if (!item.has("original_price") && item.has("price")) {
                ((ObjectNode) item).set("original_price", item.get("price"));
            }
        }
        for (Addressed address : addresses(order)) {
            address.address().put("entity_id", world.sequences.next("address")).put("parent_id", id);
            if (address.type().equals("billing")) {
                order.set("billing_address_id", address.address().get("entity_id"));
            }
        }
        if (order.get("payment") instanceof ObjectNode payment) {
            payment.put("entity_id", world.sequences.next("payment")).put("parent_id", id);
            List.of("account_status", "cc_last4")
                    .forEach(field -> payment.set(field, payment.has(field) ? payment.get(field) : payment.nullNode()));
            payment.set("additional_information", payment.withArray("additional_information"));
        }
        for (JsonNode history : order.path("status_histories")) {
            ((ObjectNode) history)
                    .put("entity_id", world.sequences.next("history"))
                    .put("parent_id", id);
        }
    }

    private void complete(ObjectNode order) {
        ArrayNode items = order.withArray("items");
        order.withArray("status_histories");
        order.put("total_item_count", items.size());
        order.put("protect_code", UUID.randomUUID().toString().replace("-", ""));
        order.put("store_name", storeName(order.path("store_id").asInt(1)));
        order.put("updated_at", CommerceTime.now());
        due(order);
    }

    static void due(ObjectNode order) {
        for (String prefix : new String[] {"", "base_"}) {
            CommerceAmounts.put(
                    order,
                    prefix + "total_due",
                    CommerceAmounts.of(order, prefix + "grand_total")
                            .subtract(CommerceAmounts.of(order, prefix + "total_paid")));
        }
    }

    private String storeName(int id) {
        String view = settings.store(id).map(CommerceSettings.StoreView::name).orElse("Default Store View");
        return id == 1 ? "Main Website\nMain Website Store\n" + view : view + "\n" + view + " Store\n" + view;
    }

    static List<String> nested() {
        return NESTED;
    }
}
