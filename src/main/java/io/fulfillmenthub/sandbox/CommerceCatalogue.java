package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** The products a new simulated shop sells. */
final class CommerceCatalogue {

    private CommerceCatalogue() {}

    /** Adds the products unless the shop has some already. */
    static void fill(CommerceTable products) {
        if (products.rows().iterator().hasNext()) {
            return;
        }
        add(products, "WIDGET-RED-1", "Widget-Red-1", "19.99", 1000);
        add(products, "WIDGET-BLUE-1", "Widget-Blue-1", "24.5", 1000);
        add(products, "GADGET-2", "Gadget-2", "7.25", 1000);
        add(products, "GIZMO-3", "Gizmo-3", "99", 5);
    }

    static ObjectNode product(int id, String sku, String name, BigDecimal price, BigDecimal quantity) {
        String now = CommerceTime.now();
        ObjectNode product = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("sku", sku)
                .put("name", name)
                .put("attribute_set_id", 4)
                .put("price", CommerceAmounts.plain(price))
                .put("status", 1)
                .put("visibility", 4)
                .put("type_id", "simple")
                .put("created_at", now)
                .put("updated_at", now);
        CommerceAmounts.put(product, "source_quantity", quantity);
        return product.put("reserved_quantity", 0);
    }

    private static void add(CommerceTable products, String sku, String name, String price, int quantity) {
        int id = products.nextId();
        products.put(
                id,
                product(id, sku, name, new BigDecimal(price), BigDecimal.valueOf(quantity))
                        .put("weight", new BigDecimal("0.5")));
    }
}
