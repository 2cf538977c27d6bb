package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the merchant does by itself: ships the orders from Amazon that wait in the shop, some with a late track. */
final class DayWarehouse {

    private static final int PACES_TO_TRACK = 4;

    private final AmazonWorld amazon;
    private final CommerceWorld commerce;
    private final DayParcels parcels;
    private final Duration pace;
    private final Clock clock;
    private final Map<Integer, Instant> trackless = new LinkedHashMap<>();

    DayWarehouse(AmazonWorld amazon, CommerceWorld commerce, DayParcels parcels, Duration pace, Clock clock) {
        this.amazon = amazon;
        this.commerce = commerce;
        this.parcels = parcels;
        this.pace = pace;
        this.clock = clock;
        for (CommerceTable.Row row : commerce.shipments.rows()) {
            if (commerce.shipments.value(row, "tracks").isEmpty()) {
                trackless.put(row.id(), clock.instant());
            }
        }
    }

    /** @return a track that is due, else a shipment: planted trouble comes first, then orders not begun, then the rest */
    Optional<DayEvent> next(Set<String> troubled) {
        return lateTrack(troubled)
                .or(() -> commerce.openOrders().stream()
                        .flatMap(id -> commerce.find(id).stream())
                        .filter(order -> !troubled.contains(amazonId(order)) && isForTheMerchant(order))
                        .min(Comparator.comparing((ObjectNode order) -> !isTrouble(order))
                                .thenComparing(DayParcels::isBegun))
                        .map(order -> new DayEvent("ship", amazonId(order), () -> ship(order))));
    }

    private Optional<DayEvent> lateTrack(Set<String> troubled) {
        return trackless.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(clock.instant()))
                .map(entry -> track(entry.getKey()))
                .filter(event -> !troubled.contains(event.orderId()))
                .findFirst();
    }

    private DayEvent track(int shipmentId) {
        String orderId = commerce.shipments
                .get(shipmentId)
                .flatMap(shipment -> commerce.find(shipment.path("order_id").asInt()))
                .map(DayWarehouse::amazonId)
                .orElse("");
        return new DayEvent("track", orderId, () -> {
            parcels.track(shipmentId, orderId, market(orderId));
            trackless.remove(shipmentId);
        });
    }

    private void ship(ObjectNode order) {
        int shipment = parcels.ship(order, amazonId(order), market(amazonId(order)));
        commerce.shipments
                .get(shipment)
                .filter(document -> document.path("tracks").isEmpty())
                .ifPresent(
                        document -> trackless.put(shipment, clock.instant().plus(pace.multipliedBy(PACES_TO_TRACK))));
    }

    private boolean isForTheMerchant(ObjectNode order) {
        return amazon.peek(amazonId(order))
                .filter(bought -> AmazonStatus.of(bought) != AmazonStatus.CANCELLED)
                .filter(bought -> !AmazonView.byAmazon(bought))
                .filter(bought -> DayParcels.isBegun(order)
                        || !DayFate.of(amazonId(order)).cancelled())
                .isPresent();
    }

    private boolean isTrouble(ObjectNode order) {
        return amazon.peek(amazonId(order))
                .filter(bought -> bought.has(AmazonView.CONFIRMATIONS_LOST))
                .isPresent();
    }

    private AmazonMarket market(String orderId) {
        String marketplaceId =
                amazon.peek(orderId).map(AmazonView::marketplaceOf).orElse("");
        return Arrays.stream(AmazonMarket.values())
                .filter(market -> market.id.equals(marketplaceId))
                .findFirst()
                .orElse(AmazonMarket.US);
    }

    private static String amazonId(ObjectNode order) {
        return order.path("ext_order_id").asText();
    }
}
