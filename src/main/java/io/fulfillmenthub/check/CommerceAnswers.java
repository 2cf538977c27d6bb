package io.fulfillmenthub.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A shop that has every product, takes every order and ships what it may ship at once; ids follow from the order's own. */
final class CommerceAnswers implements OutsideWorld.Side {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_ITEMS = "{\"items\":[],\"total_count\":0}";

    private final String baseUrl;
    private final List<String> stores;
    private final Map<Long, ObjectNode> orders = new ConcurrentHashMap<>();

    /** @param stores codes of the store views that accounts sell in */
    CommerceAnswers(String baseUrl, List<String> stores) {
        this.baseUrl = baseUrl;
        this.stores = stores;
    }

    @Override
    public String name() {
        return "Commerce";
    }

    @Override
    public boolean at(String url) {
        return url.startsWith(baseUrl);
    }

    @Override
    public boolean hidden(String url) {
        return false;
    }

    @Override
    public String answer(String method, String url, String query, String body) {
        String path =
                url.substring(baseUrl.length()).replaceFirst("^/rest/[^/]+", "").replaceFirst("^/V1/", "");
        return "GET".equals(method) ? read(path, query) : change(path, body);
    }

    private String read(String path, String query) {
        if (path.equals("store/storeConfigs")) {
            ArrayNode answer = JSON.createArrayNode();
            stores.forEach(code -> answer.addObject()
                    .put("id", answer.size())
                    .put("code", code)
                    .put("website_id", 1)
                    .put("base_currency_code", "USD"));
            return answer.toString();
        }
        if (path.equals("directory/currency")) {
            ObjectNode answer = JSON.createObjectNode();
            ArrayNode rates = answer.putArray("exchange_rates");
            Currency.getAvailableCurrencies()
                    .forEach(currency -> rates.addObject()
                            .put("currency_to", currency.getCurrencyCode())
                            .put("rate", 1));
            return answer.toString();
        }
        if (path.equals("store/websites")) {
            return "[{\"id\":1,\"code\":\"base\"}]";
        }
        if (path.startsWith("inventory/")) {
            return path.contains("stock-resolver")
                    ? "{\"stock_id\":1}"
                    : salable(Query.of(query).ending("[sku]"));
        }
        if (path.matches("orders/\\d+/statuses") && orders.containsKey(id(path))) {
            return orders.get(id(path)).path("status").toString();
        }
        if (path.equals("products")) {
            return products(Query.of(query).filtered("sku"));
        }
        if (path.equals("shipments")) {
            return shipments(Query.of(query).filtered("order_id"));
        }
        if (path.matches("orders/\\d+")) {
            ObjectNode order = orders.get(id(path));
            return order == null ? "{}" : order.toString();
        }
        return path.startsWith("directory/countries") ? "{\"available_regions\":[]}" : NO_ITEMS;
    }

    private String change(String path, String body) {
        if (path.equals("orders")) {
            return create(body).toString();
        }
        if (path.matches("order/\\d+/invoice") && orders.containsKey(id(path))) {
            ObjectNode order = orders.get(id(path));
            order.set("total_invoiced", order.path("grand_total"));
        }
        if (path.matches("orders/\\d+/comments") && orders.containsKey(id(path))) {
            orders.get(id(path)).set("status", parsed(body).at("/statusHistory/status"));
        }
        if (path.equals("customers")) {
            return "{\"id\":1}";
        }
        return path.matches("orders/\\d+/(cancel|comments)") ? "true" : "1";
    }

    private ObjectNode create(String body) {
        ObjectNode order = (ObjectNode) parsed(body).path("entity");
        String amazonId = order.path("ext_order_id").asText();
        long id = 100_000 + Math.floorMod(amazonId.hashCode(), 900_000);
        order.put("entity_id", id);
        if (!order.has("increment_id")) {
            order.put("increment_id", "%09d".formatted(id));
        }
        if (!order.has("total_invoiced")) {
            order.put("total_invoiced", 0);
        }
        int index = 0;
        for (JsonNode item : order.path("items")) {
            ((ObjectNode) item).put("item_id", id * 100 + index++);
        }
        orders.put(id, order);
        return order;
    }

    private static String products(List<String> skus) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        skus.forEach(sku -> items.addObject()
                .put("id", Math.floorMod(sku.hashCode(), 100_000))
                .put("sku", sku)
                .put("name", sku)
                .put("type_id", "simple")
                .put("status", 1));
        return answer.toString();
    }

    private static String salable(List<String> skus) {
        ArrayNode answer = JSON.createArrayNode();
        skus.forEach(sku -> answer.addObject().put("sku", sku).put("salable", true));
        return answer.toString();
    }

    private String shipments(List<String> ids) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        ids.stream()
                .map(Long::parseLong)
                .map(orders::get)
                .filter(order -> order != null && order.path("state").asText().equals("processing"))
                .forEach(order -> ship(order, items.addObject()));
        return answer.toString();
    }

    private static void ship(ObjectNode order, ObjectNode shipment) {
        long id = order.path("entity_id").asLong();
        String now = Instant.now().toString().replace('T', ' ').substring(0, 19);
        shipment.put("entity_id", id).put("order_id", id).put("created_at", now).put("updated_at", now);
        ArrayNode items = shipment.putArray("items");
        order.path("items")
                .forEach(item -> items.addObject()
                        .put("order_item_id", item.path("item_id").asLong())
                        .set("qty", item.path("qty_ordered")));
        shipment.putArray("tracks")
                .addObject()
                .put("entity_id", id)
                .put("carrier_code", "ups")
                .put("title", "UPS")
                .put("track_number", "1Z999AA10123456784");
    }

    private static long id(String path) {
        return Long.parseLong(path.replaceAll("\\D+", " ").strip());
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body for Commerce is no JSON");
        }
    }
}
