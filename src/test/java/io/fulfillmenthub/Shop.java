package io.fulfillmenthub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The simulated shop as its merchant uses it: over Commerce's REST interface. */
public final class Shop {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String sandbox;
    private final String token;

    public Shop(String sandboxUrl) {
        this(sandboxUrl, "sandbox-access-token");
    }

    private Shop(String sandboxUrl, String token) {
        this.sandbox = sandboxUrl + "/sandbox";
        this.token = token;
    }

    /** @return the shop for an administrator, where integrations may not use their tokens as bearer tokens */
    public static Shop signedIn(String sandboxUrl, String user, String password) {
        String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user, password);
        String token = new Shop(sandboxUrl)
                .post("/commerce/rest/default/V1/integration/admin/token", body)
                .asText();
        return new Shop(sandboxUrl, token);
    }

    /** @return every Commerce order for that Amazon order, in all stores */
    public List<JsonNode> orders(String amazonOrderId) {
        JsonNode answer = get("/commerce/rest/all/V1/orders?" + filter("ext_order_id", amazonOrderId));
        List<JsonNode> orders = new ArrayList<>();
        answer.path("items").forEach(orders::add);
        return orders;
    }

    /** @return the only Commerce order for that Amazon order */
    public JsonNode order(String amazonOrderId) {
        List<JsonNode> orders = orders(amazonOrderId);
        if (orders.size() != 1) {
            throw new AssertionError("Commerce has " + orders.size() + " orders for " + amazonOrderId);
        }
        return orders.get(0);
    }

    /** Ships units of an order's items; an empty items text ships everything. @return the shipment's id */
    public long ship(long orderId, String items, String tracks) {
        String body = "{" + (items.isEmpty() ? "" : "\"items\":[" + items + "],") + "\"tracks\":[" + tracks + "]}";
        return Long.parseLong(post("/commerce/rest/default/V1/order/" + orderId + "/ship", body)
                .asText());
    }

    /** Adds a track to a shipment, long after it was made. */
    public void addTrack(long orderId, long shipmentId, String carrier, String title, String number) {
        post(
                "/commerce/rest/default/V1/shipment/track",
                "{\"entity\":{\"order_id\":%d,\"parent_id\":%d,\"carrier_code\":\"%s\",\"title\":\"%s\",\"track_number\":\"%s\",\"weight\":1,\"qty\":1}}"
                        .formatted(orderId, shipmentId, carrier, title, number));
    }

    /** Changes a track of a shipment, as a module or an ERP does over REST. */
    public void correctTrack(long orderId, long shipmentId, long trackId, String carrier, String title, String number) {
        post(
                "/commerce/rest/default/V1/shipment/track",
                "{\"entity\":{\"entity_id\":%d,\"order_id\":%d,\"parent_id\":%d,\"carrier_code\":\"%s\",\"title\":\"%s\",\"track_number\":\"%s\"}}"
                        .formatted(trackId, orderId, shipmentId, carrier, title, number));
    }

    /** Deletes a track, as the admin does before it adds a corrected one. */
    public void deleteTrack(long trackId) {
        send(HttpRequest.newBuilder(URI.create(sandbox + "/commerce/rest/default/V1/shipment/track/" + trackId))
                .DELETE());
    }

    /** @return the shipments of an order */
    public JsonNode shipments(long orderId) {
        return get("/commerce/rest/all/V1/shipments?" + filter("order_id", String.valueOf(orderId)))
                .path("items");
    }

    /** @return a track as the ship call wants it */
    public static String track(String carrier, String title, String number) {
        return "{\"carrier_code\":\"%s\",\"title\":\"%s\",\"track_number\":\"%s\"}".formatted(carrier, title, number);
    }

    /** @return units of an order item as the ship call wants them */
    public static String units(JsonNode item, int quantity) {
        return "{\"order_item_id\":%d,\"qty\":%d}"
                .formatted(item.path("item_id").asLong(), quantity);
    }

    /** Gives every product of the first catalogue that stock. */
    public void restock(int quantity) {
        String items = Stream.of("GADGET-2", "GIZMO-3", "WIDGET-RED-1", "WIDGET-BLUE-1")
                .map(sku -> "{\"sku\":\"%s\",\"source_code\":\"default\",\"quantity\":%d,\"status\":1}"
                        .formatted(sku, quantity))
                .collect(Collectors.joining(","));
        post("/commerce/rest/default/V1/inventory/source-items", "{\"sourceItems\":[" + items + "]}");
    }

    /** Makes a simple product; extension attributes such as {@code "stock_item":{"qty":5}}. */
    public void product(String sku, String extension) {
        product(sku, extension, "simple");
    }

    /** Makes a product of that type. */
    public void product(String sku, String extension, String type) {
        post(
                "/commerce/rest/default/V1/products",
                "{\"product\":{\"sku\":%s,\"name\":\"A product\",\"price\":1,\"status\":1,\"type_id\":\"%s\",\"attribute_set_id\":4,\"extension_attributes\":{%s}}}"
                        .formatted(JSON.getNodeFactory().textNode(sku), type, extension));
    }

    /** Puts a quantity of a product into the shop's source. */
    public void stock(String sku, int quantity) {
        post(
                "/commerce/rest/default/V1/inventory/source-items",
                "{\"sourceItems\":[{\"sku\":\"%s\",\"source_code\":\"default\",\"quantity\":%d,\"status\":1}]}"
                        .formatted(sku, quantity));
    }

    /** @return how many mails the shop sent, by kind */
    public JsonNode mails() {
        return get("/control/commerce/mails");
    }

    /** @return the customers with that e-mail */
    public JsonNode customers(String email) {
        return get("/commerce/rest/default/V1/customers/search?" + filter("email", email))
                .path("items");
    }

    public JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(sandbox + path)).GET());
    }

    public JsonNode post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(sandbox + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String filter(String field, String value) {
        String prefix = "searchCriteria[filter_groups][0][filters][0]";
        return (prefix + "[field]=" + field + "&" + prefix + "[value]="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .replace("[", "%5B")
                .replace("]", "%5D");
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError("The shop answers " + response.statusCode() + ": " + response.body());
            }
            return response.body().isEmpty() ? JSON.missingNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
