package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayWarehouseTest {

    private static final int QUIET = 0;

    private final DayWorlds worlds = new DayWorlds(null);

    @Test
    void shipsAnOrderInTwoShipmentsWithATrackEach() {
        int order = worlds.bring(DayFate.SHIPPED_IN_PARTS, 2);

        worlds.run(worlds.day(QUIET), 4);

        List<ObjectNode> shipments = worlds.shipments(order);
        assertThat(shipments).hasSize(2).allSatisfy(shipment -> {
            assertThat(DayWorlds.units(shipment)).isPositive();
            assertThat(shipment.path("tracks")).hasSize(1);
        });
        assertThat(number(shipments.get(0))).isNotEqualTo(number(shipments.get(1)));
        assertThat(worlds.commerce.openOrders()).isEmpty();
    }

    @Test
    void shipsTwoParcelsInOneShipment() {
        int order = worlds.bring(DayFate.SHIPPED_WITH_TWO_TRACKS, 4);

        worlds.run(worlds.day(QUIET), 4);

        assertThat(worlds.shipments(order))
                .singleElement()
                .satisfies(shipment -> assertThat(shipment.path("tracks")).hasSize(2));
    }

    @Test
    void addsALateTrackToAShipmentAlsoAfterARestart(@TempDir Path directory) {
        DayWorlds kept = new DayWorlds(directory);
        int order = kept.bring(DayFate.SHIPPED_WITH_LATE_TRACK, 1);
        kept.run(kept.day(QUIET), 1);
        assertThat(kept.shipments(order))
                .singleElement()
                .satisfies(shipment -> assertThat(shipment.path("tracks")).isEmpty());

        DayWorlds restarted = new DayWorlds(directory);
        restarted.run(restarted.day(QUIET), 1);

        assertThat(restarted.shipments(order))
                .singleElement()
                .satisfies(shipment -> assertThat(shipment.path("tracks")).hasSize(1));
    }

    @Test
    void leavesAloneWhatAmazonShipsAndWhatWillBeCancelled() {
        ObjectNode byAmazon = AmazonOrders.seeded(5)
                .at(worlds.clock.instant())
                .fulfilledBy("AMAZON")
                .next();
        worlds.bring(worlds.amazon.place(byAmazon));
        worlds.bring(DayFate.CANCELLED_LATE, 1);

        worlds.run(worlds.day(QUIET), 10);

        assertThat(worlds.commerce.shipments.rows()).isEmpty();
        assertThat(worlds.commerce.openOrders()).hasSize(2);
    }

    @Test
    void fillsShelvesBeforeTheyAreEmpty() {
        CommerceStock stock = new CommerceStock(worlds.commerce.products);
        AmazonOrders.seeded(8)
                .lines(4)
                .at(worlds.clock.instant())
                .next(30)
                .forEach(order -> worlds.bring(worlds.amazon.place(order)));

        worlds.run(worlds.day(QUIET), 100);

        assertThat(worlds.commerce.shipments.rows()).hasSizeGreaterThan(20);
        assertThat(stock.source("GIZMO-3")).isGreaterThan(BigDecimal.TEN);
    }

    @Test
    void goesOnWithOtherOrdersWhenOneCannotBeShipped() {
        int refused = worlds.bring(DayFate.SHIPPED_WHOLE, 1);
        int other = worlds.bring(DayFate.SHIPPED_WITH_TWO_TRACKS, 3);
        Day day = worlds.day(QUIET);
        ObjectNode order = worlds.commerce.order(refused);
        order.put("is_virtual", 1);
        worlds.commerce.orders.put(refused, order);

        worlds.run(day, 6);

        assertThat(worlds.shipments(refused)).isEmpty();
        assertThat(worlds.shipments(other)).hasSize(1);
    }

    @Test
    void writesTrackingNumbersInTheFormOfEachCarrier() {
        Map<String, String> forms = Map.of(
                "ups", "1Z[0-9A-Z]{16}",
                "usps", "94[0-9]{20}|94[0-9]{21}",
                "fedex", "[0-9]{12}",
                "dhl", "0034[0-9]{16}",
                "custom", "RM[0-9]{9}GB|[0-9]{12}");
        Set<String> seen = new HashSet<>();
        for (AmazonMarket market : AmazonMarket.values()) {
            for (int i = 0; i < 20; i++) {
                CommerceTrack track = DayCarrier.track(market, new DayChance(1).of("track", i));
                seen.add(track.carrierCode());
                assertThat(track.number()).matches(forms.get(track.carrierCode()));
                assertThat(track.title()).isNotBlank();
            }
        }
        assertThat(seen).isEqualTo(forms.keySet());
    }

    private static String number(JsonNode shipment) {
        return shipment.path("tracks").path(0).path("track_number").asText();
    }
}
