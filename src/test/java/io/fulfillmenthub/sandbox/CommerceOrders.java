package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Order payloads for tests: one order of 48.78 USD, two pieces of one product, a guest's. */
public final class CommerceOrders {

    private static final String ADDRESS = """
            {"firstname": "Ann", "lastname": "Example", "street": ["1 Test Street"], "city": "Los Angeles",
             "region": "California", "region_id": 12, "postcode": "90034", "country_id": "US", "telephone": "5550100"}
            """;
    private static final String ORDER = """
            {"store_id": 1, "customer_email": "buyer@example.test", "customer_is_guest": 1,
             "base_currency_code": "USD", "order_currency_code": "USD", "base_to_order_rate": 1,
             "subtotal": 39.98, "base_subtotal": 39.98, "tax_amount": 3.8, "base_tax_amount": 3.8,
             "shipping_amount": 5, "base_shipping_amount": 5, "grand_total": 48.78, "base_grand_total": 48.78,
             "total_qty_ordered": 2, "is_virtual": 0, "state": "processing", "status": "processing",
             "items": [{"sku": "WIDGET-RED-1", "product_id": 1, "product_type": "simple", "name": "Widget Red", "weight": 0.5,

               "qty_ordered": 2, "price": 19.99, "base_price": 19.99, "row_total": 39.98, "base_row_total": 39.98,
               "tax_amount": 3.8, "base_tax_amount": 3.8}],
             "payment": {"method": "checkmo"}}
            """;

    private CommerceOrders() {}

    public static ObjectNode order() {
        ObjectNode order = json(ORDER);
        order.set("billing_address", json(ADDRESS));
        ObjectNode shipping = order.putObject("extension_attributes")
                .putArray("shipping_assignments")
                .addObject()
                .putObject("shipping");
        shipping.set("address", json(ADDRESS));
        shipping.put("method", "amazon_standard");
        return order;
    }

    static ObjectNode item(ObjectNode order) {
        return (ObjectNode) order.path("items").get(0);
    }

    public static JsonNode entity(JsonNode order) {
        return new ObjectMapper().createObjectNode().set("entity", order);
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
