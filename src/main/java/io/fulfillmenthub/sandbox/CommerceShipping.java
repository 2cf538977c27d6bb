package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.CommerceDocuments.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ships orders: asked for too much, it ships what is left; asked for nothing in particular, everything. */
final class CommerceShipping {

    private final CommerceWorld world;
    private final CommerceStock stock;

    CommerceShipping(CommerceWorld world) {
        this.world = world;
        this.stock = new CommerceStock(world.products);
    }

    /** Whether the customer gets a mail, and a comment to keep, empty for none. */
    record Options(boolean mail, String comment) {
        static final Options SILENT = new Options(false, "");
    }

    /**
     * @param quantities by order item id, empty for everything
     * @return the shipment's id
     * @throws CommerceError 404 for an unknown order, 400 with every reason why it cannot be shipped
     */
    int ship(int orderId, Map<Integer, BigDecimal> quantities, List<CommerceTrack> tracks, Options options) {
        synchronized (world.lock(orderId)) {
            ObjectNode order = world.order(orderId);
            List<Part> parts = parts(order, quantities);
            check(order, parts, tracks);
            takeFromStock(parts);
            parts.forEach(part -> part.raise("qty_shipped"));
            ObjectNode shipment = shipment(order, parts, options);
            tracks.forEach(track -> addTrack(shipment, track));
            CommerceOrderState.resolve(order, true);
            world.shipments.put(shipment.path("entity_id").asInt(), shipment);
            world.save(order);
            if (options.mail()) {
                world.mails.send("shipment");
            }
            return shipment.path("entity_id").asInt();
        }
    }

    private static List<Part> parts(ObjectNode order, Map<Integer, BigDecimal> quantities) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode item : order.path("items")) {
            BigDecimal left = CommerceOrderState.toShip(item);
            BigDecimal wanted = quantities.isEmpty()
                    ? left
                    : quantities.getOrDefault(item.path("item_id").asInt(), BigDecimal.ZERO);
            BigDecimal quantity = left.min(wanted);
            if (quantity.signum() > 0) {
                parts.add(new Part((ObjectNode) item, quantity));
            }
        }
        return parts;
    }

    private static void check(ObjectNode order, List<Part> parts, List<CommerceTrack> tracks) {
        List<String> complaints = new ArrayList<>();
        if (CommerceOrderState.is(order, "payment_review", "holded", "canceled")) {
            complaints.add("A shipment cannot be created when an order has a status of "
                    + order.path("status").asText());
        } else if (!CommerceOrderState.canShip(order)) {
            complaints.add("The order does not allow a shipment to be created.");
        }
        if (parts.isEmpty()) {
            complaints.add("You can't create a shipment without products.");
        }
        if (tracks.stream().anyMatch(track -> track.number().isBlank())) {
            complaints.add("Please enter a tracking number.");
        }
        if (!complaints.isEmpty()) {
            throw CommerceError.badRequest("Shipment Document Validation Error(s):\n" + String.join("\n", complaints));
        }
    }

    private void takeFromStock(List<Part> parts) {
        synchronized (world.products) {
            Map<String, BigDecimal> needed = new LinkedHashMap<>();
            parts.forEach(part -> {
                String sku = part.item().path("sku").asText();
                if (stock.isKnown(sku) && part.item().path("product_id").asInt() > 0) {
                    needed.merge(sku, part.quantity(), BigDecimal::add);
                }
            });
            needed.forEach((sku, quantity) -> {
                if (stock.source(sku).compareTo(quantity) < 0) {
                    throw CommerceError.badRequest("Could not save a shipment, see error log for details");
                }
            });
            needed.forEach(stock::ship);
        }
    }

    private ObjectNode shipment(ObjectNode order, List<Part> parts, Options options) {
        int id = world.shipments.nextId();
        ObjectNode shipment = CommerceDocuments.head(world, "shipment", id, order);
        CommerceAmounts.put(shipment, "total_qty", Part.total(parts));
        shipment.putArray("packages");
        ArrayNode items = shipment.putArray("items");
        parts.forEach(part -> items.add(CommerceDocuments.item(world, "shipment", id, part)));
        shipment.putArray("tracks");
        ArrayNode comments = shipment.putArray("comments");
        if (!options.comment().isEmpty()) {
            comments.addObject()
                    .put("comment", options.comment())
                    .put("is_customer_notified", options.mail() ? 1 : 0)
                    .put("parent_id", id);
        }
        shipment.putObject("extension_attributes").put("source_code", "default");
        return shipment;
    }

    /** Changes the track with that id, or adds one; neither touches the shipment's time of change. */
    ObjectNode saveTrack(ObjectNode shipment, int trackId, CommerceTrack given) {
        for (JsonNode track : shipment.withArray("tracks")) {
            if (trackId > 0 && track.path("entity_id").asInt() == trackId) {
                return ((ObjectNode) track)
                        .put("track_number", given.number())
                        .put("title", given.title())
                        .put("carrier_code", given.carrierCode());
            }
        }
        return addTrack(shipment, given);
    }

    /** Adds a track to a shipment without touching the shipment's time of change. */
    ObjectNode addTrack(ObjectNode shipment, CommerceTrack given) {
        String now = CommerceTime.now();
        ObjectNode track = JsonNodeFactory.instance
                .objectNode()
                .put("order_id", shipment.path("order_id").asInt())
                .put("created_at", now)
                .put("entity_id", world.sequences.next("track"))
                .put("parent_id", shipment.path("entity_id").asInt())
                .put("updated_at", now);
        List.of("weight", "qty", "description").forEach(track::putNull);
        track.put("track_number", given.number());
        track.put("title", given.title().isEmpty() ? null : given.title());
        track.put("carrier_code", given.carrierCode().isEmpty() ? null : given.carrierCode());
        shipment.withArray("tracks").add(track);
        return track;
    }
}
