package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** What an order's shipments, invoices and credit memos have in common. */
final class CommerceDocuments {

    private CommerceDocuments() {}

    /** Some pieces of an order's item. */
    record Part(ObjectNode item, BigDecimal quantity) {

        void raise(String field) {
            CommerceAmounts.add(item, field, quantity);
            item.put("updated_at", CommerceTime.now());
        }

        /** @return this part's share of an amount of the whole item, to the cent */
        BigDecimal share(String field) {
            return CommerceAmounts.share(
                    CommerceAmounts.of(item, field), quantity, CommerceAmounts.of(item, "qty_ordered"));
        }

        static BigDecimal total(List<Part> parts) {
            return parts.stream().map(Part::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        static BigDecimal total(List<Part> parts, String field) {
            return parts.stream().map(part -> part.share(field)).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    static ObjectNode head(CommerceWorld world, String kind, int id, ObjectNode order) {
        String now = CommerceTime.now();
        int store = order.path("store_id").asInt();
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("entity_id", id)
                .put("increment_id", world.sequences.incrementId(kind, Math.max(store, 1)))
                .put("order_id", order.path("entity_id").asInt())
                .put("created_at", now)
                .put("updated_at", now);
        for (String field : List.of("store_id", "customer_id", "billing_address_id")) {
            if (order.has(field)) {
                document.set(field, order.get(field));
            }
        }
        CommerceOrderIntake.addresses(order).stream()
                .filter(address -> address.type().equals("shipping"))
                .forEach(address ->
                        document.set("shipping_address_id", address.address().path("entity_id")));
        return document;
    }

    static ObjectNode item(CommerceWorld world, String kind, int parent, Part given) {
        ObjectNode item = given.item();
        ObjectNode part = JsonNodeFactory.instance
                .objectNode()
                .put("entity_id", world.sequences.next(kind + "-item"))
                .put("parent_id", parent)
                .put("order_item_id", item.path("item_id").asInt());
        for (String field : List.of("name", "price", "product_id", "sku", "weight")) {
            if (item.has(field)) {
                part.set(field, item.get(field));
            }
        }
        CommerceAmounts.put(part, "qty", given.quantity());
        return part;
    }
}
