package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Packs the merchant's parcels as each order's fate wants it; shelves that run low are filled before. */
final class DayParcels {

    private static final BigDecimal LOW = BigDecimal.valueOf(50);
    private static final BigDecimal FULL = BigDecimal.valueOf(500);

    private final CommerceWorld commerce;
    private final CommerceStock stock;
    private final DayChance chance;

    DayParcels(CommerceWorld commerce, DayChance chance) {
        this.commerce = commerce;
        this.stock = new CommerceStock(commerce.products);
        this.chance = chance;
    }

    /** @return whether some of the order has been shipped already */
    static boolean isBegun(ObjectNode order) {
        return items(order)
                .anyMatch(item -> CommerceAmounts.of(item, "qty_shipped").signum() > 0);
    }

    /** @return the shipment's id; it has no track when that follows later */
    int ship(ObjectNode order, String orderId, AmazonMarket market) {
        boolean begun = isBegun(order);
        List<JsonNode> open = items(order)
                .filter(item -> CommerceOrderState.toShip(item).signum() > 0)
                .toList();
        open.forEach(this::restock);
        DayFate fate = DayFate.of(orderId);
        Map<Integer, BigDecimal> quantities = fate == DayFate.SHIPPED_IN_PARTS && !begun ? firstPart(open) : Map.of();
        Random random = chance.of(orderId, begun ? 1 : 0);
        List<CommerceTrack> tracks = Stream.generate(() -> DayCarrier.track(market, random))
                .limit(tracks(fate, open))
                .toList();
        return commerce.ship(order.path("entity_id").asInt(), quantities, tracks);
    }

    /** Gives a shipment the track it was made without, unless it has got one meanwhile. */
    void track(int shipmentId, String orderId, AmazonMarket market) {
        CommerceTrack track = DayCarrier.track(market, chance.of(orderId, 2));
        int order = commerce.shipments
                .get(shipmentId)
                .orElseThrow(CommerceError::missingEntity)
                .path("order_id")
                .asInt();
        synchronized (commerce.lock(order)) {
            commerce.shipments
                    .get(shipmentId)
                    .filter(shipment -> shipment.path("tracks").isEmpty())
                    .ifPresent(shipment -> {
                        new CommerceShipping(commerce).addTrack(shipment, track);
                        commerce.shipments.put(shipmentId, shipment);
                    });
        }
    }

    /** Half of the lines; one piece of a single line; everything when there is only one piece. */
    private static Map<Integer, BigDecimal> firstPart(List<JsonNode> open) {
        Map<Integer, BigDecimal> part = new LinkedHashMap<>();
        if (open.size() > 1) {
            open.subList(0, open.size() / 2).forEach(item -> part.put(id(item), CommerceOrderState.toShip(item)));
        } else {
            open.forEach(item -> part.put(id(item), BigDecimal.ONE));
        }
        return part;
    }

    private static int tracks(DayFate fate, List<JsonNode> open) {
        if (fate == DayFate.SHIPPED_WITH_LATE_TRACK) {
            return 0;
        }
        return fate == DayFate.SHIPPED_WITH_TWO_TRACKS && units(open).compareTo(BigDecimal.ONE) > 0 ? 2 : 1;
    }

    private void restock(JsonNode item) {
        String sku = item.path("sku").asText();
        BigDecimal needed = CommerceOrderState.toShip(item);
        if (stock.source(sku).subtract(needed).compareTo(LOW) < 0) {
            stock.setSource(sku, needed.add(FULL));
        }
    }

    private static BigDecimal units(List<JsonNode> open) {
        return open.stream().map(CommerceOrderState::toShip).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int id(JsonNode item) {
        return item.path("item_id").asInt();
    }

    private static Stream<JsonNode> items(ObjectNode order) {
        return StreamSupport.stream(order.path("items").spliterator(), false);
    }
}
