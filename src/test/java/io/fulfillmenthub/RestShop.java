package io.fulfillmenthub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A shop that is no Commerce, with the small REST interface of routes/custom/examples/shop. */
final class RestShop implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final AtomicLong ids = new AtomicLong(500);
    private final Map<Long, ObjectNode> orders = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<ObjectNode> shipments = new CopyOnWriteArrayList<>();

    RestShop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @return the orders of an Amazon order */
    ArrayNode orders(String reference) {
        ArrayNode found = JSON.createArrayNode();
        orders.values().stream()
                .filter(order -> order.path("reference").asText().equals(reference))
                .forEach(found::add);
        return found;
    }

    /** Sends everything of an order in one parcel. */
    void ship(long orderId, String trackingNumber) {
        ObjectNode order = orders.get(orderId);
        ObjectNode shipment = JSON.createObjectNode();
        long id = ids.incrementAndGet();
        shipment.put("id", id)
                .put("order", orderId)
                .put("shippedAt", Instant.now().toString());
        ArrayNode lines = shipment.putArray("lines");
        order.path("items")
                .forEach(item -> lines.addObject()
                        .put("item", item.path("id").asLong())
                        .put("quantity", item.path("quantity").asInt()));
        shipment.putArray("parcels")
                .addObject()
                .put("id", id)
                .put("carrier", "ups")
                .put("trackingNumber", trackingNumber);
        order.put("state", "shipped");
        shipments.add(shipment);
    }

    private void handle(HttpExchange call) throws IOException {
        try (call) {
            boolean known = "Bearer shop-token".equals(call.getRequestHeaders().getFirst("Authorization"));
            byte[] body = call.getRequestBody().readAllBytes();
            JsonNode request = body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
            JsonNode answer = known ? answer(call, request) : JSON.createObjectNode();
            byte[] bytes = JSON.writeValueAsBytes(answer);
            call.sendResponseHeaders(known ? 200 : 401, bytes.length);
            call.getResponseBody().write(bytes);
        }
    }

    private JsonNode answer(HttpExchange call, JsonNode request) {
        String path = call.getRequestURI().getPath();
        if (path.equals("/shipments/search")) {
            return JSON.createObjectNode().set("shipments", JSON.valueToTree(wanted(request)));
        }
        if (path.matches("/orders/\\d+.*")) {
            return orders.get(Long.parseLong(path.split("/")[2]));
        }
        return call.getRequestMethod().equals("POST")
                ? create(request)
                : JSON.createObjectNode()
                        .set("orders", orders(call.getRequestURI().getQuery().replace("reference=", "")));
    }

    private Iterable<ObjectNode> wanted(JsonNode search) {
        return shipments.stream()
                .filter(shipment ->
                        shipment.path("id").asLong() > search.path("afterId").asLong())
                .toList();
    }

    private ObjectNode create(JsonNode canonical) {
        long id = ids.incrementAndGet();
        ObjectNode order = JSON.createObjectNode();
        order.put("id", id)
                .put("number", "R-" + id)
                .put("state", "open")
                .put("paid", 0)
                .put("refunded", 0);
        order.set("reference", canonical.path("amazonOrderId"));
        order.set("total", canonical.path("grandTotal").path("amount"));
        ArrayNode items = order.putArray("items");
        canonical
                .path("lines")
                .forEach(line -> items.addObject()
                        .put("id", ids.incrementAndGet())
                        .put("quantity", line.path("quantityOrdered").asInt())
                        .set("orderItemId", line.path("orderItemId")));
        orders.put(id, order);
        return order;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
