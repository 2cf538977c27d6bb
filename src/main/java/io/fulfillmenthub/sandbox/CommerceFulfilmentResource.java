package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The calls that invoice, ship and refund an order, and those that read what came of it. */
@Component
@Profile("sandbox")
class CommerceFulfilmentResource implements CommerceRouter.Routes {

    private static final String SHIPMENT = "Magento_Sales::shipment";

    private final CommerceWorld world;
    private final CommerceShipping shipping;

    CommerceFulfilmentResource(CommerceWorld world) {
        this.world = world;
        this.shipping = new CommerceShipping(world);
    }

    @Override
    public void register(CommerceRouter router) {
        router.on("POST", "order/:id/ship", "Magento_Sales::ship", this::ship)
                .on("POST", "order/:id/invoice", "Magento_Sales::sales_invoice", this::invoice)
                .on("POST", "order/:id/refund", "Magento_Sales::creditmemo", this::refund)
                .on("GET", "shipments", SHIPMENT, search(world.shipments, "shipment"))
                .on("GET", "shipment/:id", SHIPMENT, request -> shipment(request.id("id")))
                .on("POST", "shipment/track", SHIPMENT, this::track)
                .on("DELETE", "shipment/track/:id", SHIPMENT, this::deleteTrack)
                .on("GET", "invoices", "Magento_Sales::sales_invoice", search(world.invoices, "invoice"))
                .on("GET", "creditmemos", "Magento_Sales::sales_creditmemo", search(world.creditmemos, "creditmemo"));
    }

    private static CommerceRouter.Handler search(CommerceTable table, String type) {
        CommerceQuery query = new CommerceQuery(table, CommerceFields.columns(type));
        return request -> query.run(CommerceSearch.of(request.parameters()), document -> document);
    }

    private JsonNode ship(CommerceRequest request) {
        JsonNode body = request.body();
        CommerceShipping.Options options = new CommerceShipping.Options(
                body.path("notify").asBoolean(),
                body.path("comment").path("comment").asText(""));
        int id = shipping.ship(
                request.id("id"),
                quantities(body),
                StreamSupport.stream(body.path("tracks").spliterator(), false)
                        .map(CommerceTrack::of)
                        .toList(),
                options);
        return TextNode.valueOf(String.valueOf(id));
    }

    private JsonNode invoice(CommerceRequest request) {
        int id = new CommerceInvoicing(world)
                .invoice(
                        request.id("id"),
                        quantities(request.body()),
                        request.body().path("notify").asBoolean());
        return TextNode.valueOf(String.valueOf(id));
    }

    private JsonNode refund(CommerceRequest request) {
        JsonNode arguments = request.body().path("arguments");
        Set<Integer> returned = new HashSet<>();
        arguments
                .path("extension_attributes")
                .path("return_to_stock_items")
                .forEach(item -> returned.add(item.asInt()));
        int id = new CommerceRefunds(world)
                .refund(
                        request.id("id"),
                        new CommerceRefunds.Wish(
                                quantities(request.body()),
                                arguments,
                                returned,
                                request.body().path("notify").asBoolean()));
        return TextNode.valueOf(String.valueOf(id));
    }

    private ObjectNode shipment(int id) {
        return world.shipments.get(id).orElseThrow(CommerceError::missingEntity);
    }

    private JsonNode track(CommerceRequest request) {
        JsonNode entity = request.required("entity");
        int order = entity.path("order_id").asInt();
        int parent = entity.path("parent_id").asInt();
        synchronized (world.lock(order)) {
            ObjectNode shipment = world.shipments
                    .get(parent)
                    .filter(found -> found.path("order_id").asInt() == order)
                    .orElseThrow(() -> CommerceError.badRequest("Could not save the shipment tracking."));
            ObjectNode track =
                    shipping.saveTrack(shipment, entity.path("entity_id").asInt(), CommerceTrack.of(entity));
            for (String field : new String[] {"weight", "qty", "description"}) {
                if (entity.hasNonNull(field)) {
                    track.set(field, entity.get(field));
                }
            }
            world.shipments.put(parent, shipment);
            return track;
        }
    }

    /** Forgets a track; as in Commerce neither the shipment's nor the order's time of change moves. */
    private JsonNode deleteTrack(CommerceRequest request) {
        int id = request.id("id");
        for (CommerceTable.Row row : world.shipments.rows()) {
            ObjectNode shipment = world.shipments.document(row);
            ArrayNode tracks = shipment.withArray("tracks");
            for (int i = 0; i < tracks.size(); i++) {
                if (tracks.get(i).path("entity_id").asInt() == id) {
                    tracks.remove(i);
                    world.shipments.put(shipment.path("entity_id").asInt(), shipment);
                    return BooleanNode.TRUE;
                }
            }
        }
        throw CommerceError.missingEntity();
    }

    private static Map<Integer, BigDecimal> quantities(JsonNode body) {
        Map<Integer, BigDecimal> quantities = new HashMap<>();
        for (JsonNode item : body.path("items")) {
            quantities.merge(
                    item.path("order_item_id").asInt(),
                    CommerceAmounts.parse(item.path("qty").asText(), "qty"),
                    BigDecimal::add);
        }
        return quantities;
    }
}
