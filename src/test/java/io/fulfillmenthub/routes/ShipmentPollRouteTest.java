package io.fulfillmenthub.routes;

import static io.fulfillmenthub.routes.Connectors.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.RetryableException;
import io.fulfillmenthub.order.SampleOrders;
import io.fulfillmenthub.order.Shipment;
import io.fulfillmenthub.order.ShipmentPage;
import io.fulfillmenthub.order.ShipmentSearch;
import io.fulfillmenthub.order.Track;
import io.fulfillmenthub.routes.Connectors.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShipmentPollRouteTest {

    private static final String SEARCH = "commerce-shipment-search";
    private static final String LANE = "commerce-shipments";

    private final RouteWorld world = RouteWorld.shared();
    private final String id = RouteWorld.newId();

    @BeforeEach
    void importTheOrder() {
        world.imported(SampleOrders.unshipped(id));
    }

    @Test
    void makesAParcelOfEachTrack() {
        long shipment = newNumber();
        world.connectors.tell(SEARCH, "shipments", page(shipped(shipment, new Track(shipment, "ups", "UPS", "1Z1"))));

        poll();

        assertThat(world.parcel(id))
                .containsEntry("package_reference_id", 1)
                .containsEntry("commerce_shipment_id", shipment)
                .containsEntry("tracking_number", "1Z1")
                .containsEntry("units", "{\"10000000000001\":2}");
    }

    @Test
    void readsTheNextPageWhenOneIsFull() {
        long shipment = newNumber();
        List<Shipment> others = LongStream.rangeClosed(1, ShipmentSearch.PAGE_SIZE)
                .mapToObj(number -> new Shipment(number, -number, NOW, NOW, Map.of(), List.of()))
                .toList();
        world.connectors.tell(
                SEARCH,
                "shipments",
                page(others.toArray(Shipment[]::new)),
                page(shipped(shipment, new Track(shipment, "ups", "UPS", "1Z2"))));

        poll();

        assertThat(world.parcel(id)).containsEntry("tracking_number", "1Z2");
        assertThat(questions())
                .anySatisfy(question -> assertThat(question.afterId()).isEqualTo(ShipmentSearch.PAGE_SIZE));
    }

    @Test
    void asksAgainForAShipmentThatHadNoTrack() {
        long shipment = newNumber();
        world.connectors.tell(SEARCH, "shipments", page(shipped(shipment)));
        poll();
        assertThat(world.parcel(id)).isEmpty();
        long orderId = world.connectors.inShop(id).id();
        assertThat(questions())
                .anySatisfy(question -> assertThat(question.commerceOrderIds()).contains(orderId));

        world.connectors.tell(
                SEARCH, "shipments", page(), page(shipped(shipment, new Track(shipment, "ups", "UPS", "1Z3"))));
        poll();

        assertThat(world.parcel(id)).containsEntry("tracking_number", "1Z3");
        assertThat(world.jdbc
                        .sql("select count(*) from trackless_shipments where commerce_shipment_id = ?")
                        .param(shipment)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aFailedPollMovesNothingAndTurnsItsLane() {
        Object position = world.lane(LANE).get("position");
        world.connectors.tell(
                SEARCH, "shipments", failing(new RetryableException("Commerce is down", null, Duration.ZERO, null)));

        poll();

        assertThat(world.lane(LANE))
                .containsEntry("failures", 1)
                .containsEntry("last_error", "Commerce is down")
                .containsEntry("position", position);

        poll();
        assertThat(world.lane(LANE)).containsEntry("failures", 0);
    }

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private void poll() {
        world.poll("shipment-poll", LANE, "");
    }

    private Shipment shipped(long shipment, Track... tracks) {
        Map<Long, Integer> units = Map.of(world.connectors.inShop(id).items().get("10000000000001"), 2);
        return new Shipment(shipment, world.connectors.inShop(id).id(), NOW, NOW, units, List.of(tracks));
    }

    private static Answer page(Shipment... shipments) {
        return search -> new ShipmentPage((ShipmentSearch) search, List.of(shipments));
    }

    private Stream<ShipmentSearch> questions() {
        return world.connectors.calls(SEARCH, "shipments").stream().map(call -> (ShipmentSearch) call.question());
    }

    private long newNumber() {
        return 100_000 + world.connectors.inShop(id).id();
    }
}
