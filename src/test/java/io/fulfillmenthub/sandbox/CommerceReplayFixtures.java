package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What existed on the recorded installation without having been recorded. */
final class CommerceReplayFixtures {

    private final CommerceClient client;
    private final CommerceReplayIds ids;
    private ObjectNode template = CommerceOrders.order();

    CommerceReplayFixtures(CommerceClient client, CommerceReplayIds ids) {
        this.client = client;
        this.ids = ids;
    }

    /** Takes a recorded order as the pattern of those that were not recorded. */
    void like(JsonNode recorded) {
        template = recorded.deepCopy();
    }

    void products() {
        for (String sku : List.of("AB/C 1", "X#1%2", "PLUS+1", "Ä-1", ".DOT", "A".repeat(64))) {
            ObjectNode body = CommerceOrders.json("{\"product\": {}}");
            ((ObjectNode) body.get("product")).put("sku", sku).put("name", sku);
            client.post("/rest/V1/products", body);
        }
    }

    void orders() {
        for (int i = 77; i <= 79; i++) {
            keep(i, two("SHIP-" + (i - 76)), 2 * i - 81, 2 * i - 80);
        }
        keep(80, state(two("SHIP-4"), "new", "pending"));
        keep(81, state(one("SHIP-5"), "complete", "complete"));
        keep(82, one("SHIP-6"), 83);
        keep(83, state(one("FBA-1"), "complete", "complete"));
        keep(84, state(one("FBA-2"), "complete", "complete"));
        for (int i = 85; i <= 88; i++) {
            keep(i, one("STATE-" + i));
        }
        client.post("/rest/V1/order/" + ids.order(86) + "/ship", "{}");
        keep(89, state(paid(one("FBA-3"), true), "complete", "complete"));
        keep(90, paid(one("MFN-1"), false));
        keep(591, paid(one("REFUND-1"), false), 851);
        keep(592, one("REFUND-2"), 852);
        client.post("/rest/V1/order/" + ids.order(592) + "/invoice", "{}");
        for (int i = 596; i <= 599; i++) {
            keep(i, one("TRACK-" + i));
        }
    }

    /** Does what happened between two recorded exchanges. */
    void before(String name) {
        switch (name.substring(0, 3)) {
            case "c72" -> keep(590, one("REPOST"));
            case "k02" -> {
                keep(594, ten("STOCK-1"));
                keep(595, ten("STOCK-2"));
            }
            case "k03" -> client.post("/rest/V1/order/" + ids.order(594) + "/ship", "{}");
            case "k06" -> client.post("/rest/V1/orders/" + ids.order(595) + "/cancel", "{}");
            default -> {}
        }
    }

    private void keep(int id, ObjectNode order, int... items) {
        JsonNode created = client.post("/rest/default/V1/orders", CommerceOrders.entity(order))
                .body();
        ids.order(id, items, created);
    }

    private ObjectNode one(String extOrderId) {
        return template.deepCopy().put("ext_order_id", extOrderId);
    }

    private ObjectNode two(String extOrderId) {
        ObjectNode order = one(extOrderId);
        ObjectNode second = CommerceOrders.item(order).deepCopy();
        second.put("sku", "GADGET-2").put("product_id", 3).put("qty_ordered", 3).put("price", 7.25);
        order.withArray("items").add(second);
        return order;
    }

    private ObjectNode ten(String extOrderId) {
        ObjectNode order = one(extOrderId);
        CommerceOrders.item(order)
                .put("sku", "WIDGET-BLUE-1")
                .put("product_id", 2)
                .put("qty_ordered", 10);
        return order;
    }

    private static ObjectNode paid(ObjectNode order, boolean shipped) {
        order.put("total_paid", 48.78).put("base_total_paid", 48.78).put("total_due", 0);
        CommerceOrders.item(order).put("qty_invoiced", 2).put("qty_shipped", shipped ? 2 : 0);
        return order;
    }

    private static ObjectNode state(ObjectNode order, String state, String status) {
        return order.put("state", state).put("status", status);
    }
}
