package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The calls about products and their stock. */
@Component
@Profile("sandbox")
class CommerceProductResource implements CommerceRouter.Routes {

    private static final String PRODUCTS = "Magento_Catalog::products";
    private static final String SALES = "Magento_InventorySalesApi::stock";
    private static final String SOURCES = "Magento_InventoryApi::source";

    private final CommerceWorld world;
    private final CommerceStock stock;
    private final CommerceQuery query;

    CommerceProductResource(CommerceWorld world) {
        this.world = world;
        this.stock = new CommerceStock(world.products);
        this.query = new CommerceQuery(
                world.products,
                Set.of("sku", "id", "entity_id", "name", "price", "status", "type_id", "updated_at", "created_at"));
    }

    @Override
    public void register(CommerceRouter router) {
        router.on("GET", "products", PRODUCTS, this::search)
                .on(
                        "GET",
                        "products/:sku",
                        PRODUCTS,
                        request -> CommerceProductView.of(product(request.variable("sku"))))
                .on("POST", "products", PRODUCTS, this::save)
                .on("GET", "stockItems/:sku", PRODUCTS, this::stockItem)
                .on("GET", "inventory/get-product-salable-quantity/:sku/:stock", SALES, this::salable)
                .on("GET", "inventory/is-product-salable-for-requested-qty/:sku/:stock/:qty", SALES, this::isSalable)
                .on("GET", "inventory/are-product-salable-for-requested-qty", SALES, this::areSalable)
                .on("GET", "inventory/source-items", SOURCES, this::sourceItems)
                .on("POST", "inventory/source-items", SOURCES, this::setSourceItems);
    }

    private JsonNode search(CommerceRequest request) {
        return query.run(CommerceSearch.of(request.parameters()), CommerceProductView::of);
    }

    private ObjectNode product(String sku) {
        return world.products.all("sku", sku).stream()
                .findFirst()
                .orElseThrow(() -> CommerceError.of(
                        404, "The product that was requested doesn't exist. Verify the product and try again."));
    }

    private JsonNode save(CommerceRequest request) {
        JsonNode given = request.required("product");
        String sku = given.path("sku").asText();
        if (sku.isBlank()) {
            throw CommerceError.badRequest(
                    "The \"%1\" attribute value is empty. Set the attribute and try again.", "sku");
        }
        synchronized (world.products) {
            JsonNode stockItem = given.path("extension_attributes").path("stock_item");
            ObjectNode product = world.products.all("sku", sku).stream()
                    .findFirst()
                    .orElseGet(() -> CommerceCatalogue.product(
                            world.products.nextId(),
                            sku,
                            sku,
                            BigDecimal.ZERO,
                            CommerceAmounts.parse(stockItem.path("qty").asText("0"), "qty")));
            for (String field :
                    List.of("name", "price", "status", "visibility", "type_id", "weight", "attribute_set_id")) {
                if (given.has(field)) {
                    product.set(field, given.get(field).isNumber() ? plain(given.get(field)) : given.get(field));
                }
            }
            if (stockItem.has(CommerceStock.MANAGED)) {
                product.put(
                        CommerceStock.MANAGED,
                        stockItem.path(CommerceStock.MANAGED).asBoolean());
            }
            world.products.put(product.path("id").asInt(), product);
            return CommerceProductView.of(product);
        }
    }

    private JsonNode stockItem(CommerceRequest request) {
        return CommerceProductView.stockItem(product(request.variable("sku")));
    }

    private JsonNode salable(CommerceRequest request) {
        return plain(DecimalNode.valueOf(
                stock.salable(product(request.variable("sku")).path("sku").asText())));
    }

    private JsonNode isSalable(CommerceRequest request) {
        BigDecimal wanted = CommerceAmounts.parse(request.variable("qty"), "requestedQty");
        return salability(JsonNodeFactory.instance.objectNode(), stock.sells(request.variable("sku"), wanted));
    }

    private JsonNode areSalable(CommerceRequest request) {
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        Map<String, String> parameters = request.parameters();
        for (int i = 0; parameters.containsKey("skuRequests[" + i + "][sku]"); i++) {
            String sku = parameters.get("skuRequests[" + i + "][sku]");
            BigDecimal wanted = CommerceAmounts.parse(parameters.get("skuRequests[" + i + "][qty]"), "requestedQty");
            ObjectNode answer = answers.addObject().put("sku", sku).put("stock_id", 1);
            salability(answer, stock.sells(sku, wanted));
        }
        return answers;
    }

    private static ObjectNode salability(ObjectNode answer, boolean enough) {
        answer.put("salable", enough);
        ArrayNode errors = answer.putArray("errors");
        if (!enough) {
            errors.addObject()
                    .put("code", "is_salable_with_reservations-not_enough_qty")
                    .put("message", "The requested qty is not available");
        }
        return answer;
    }

    private JsonNode sourceItems(CommerceRequest request) {
        return query.run(CommerceSearch.of(request.parameters()), product -> {
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            item.set("sku", product.get("sku"));
            item.put("source_code", "default");
            CommerceAmounts.put(item, "quantity", CommerceAmounts.of(product, "source_quantity"));
            return item.put("status", 1);
        });
    }

    private JsonNode setSourceItems(CommerceRequest request) {
        for (JsonNode item : request.required("sourceItems")) {
            stock.setSource(
                    item.path("sku").asText(),
                    CommerceAmounts.parse(item.path("quantity").asText("0"), "quantity"));
        }
        return JsonNodeFactory.instance.arrayNode();
    }

    private static JsonNode plain(JsonNode number) {
        return DecimalNode.valueOf(CommerceAmounts.plain(number.decimalValue()));
    }
}
