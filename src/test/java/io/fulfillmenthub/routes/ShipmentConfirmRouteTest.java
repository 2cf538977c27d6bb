package io.fulfillmenthub.routes;

import static io.fulfillmenthub.routes.Connectors.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.ledger.ShipmentIntake;
import io.fulfillmenthub.order.CommerceOrder;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OutcomeUnknownException;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.SampleOrders;
import io.fulfillmenthub.order.Shipment;
import io.fulfillmenthub.order.ShipmentPage;
import io.fulfillmenthub.order.ShipmentSearch;
import io.fulfillmenthub.order.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShipmentConfirmRouteTest {

    private static final String CONFIRM = "amazon-shipment-confirm";
    private static final String READ_BACK = "amazon-order-get";

    private final RouteWorld world = RouteWorld.shared();
    private final String id = RouteWorld.newId();
    private final Order order = SampleOrders.unshipped(id);

    @BeforeEach
    void importTheOrder() {
        world.imported(order);
    }

    @Test
    void confirmsAParcelAndBelievesWhatAmazonShows() {
        world.connectors.tell(READ_BACK, id, key -> Connectors.showing(order, "1", "1Z999AA10123456784"));

        ship();

        awaitParcel("CONFIRMED");
        assertThat(world.connectors.called(id)).containsSubsequence(CONFIRM, READ_BACK);
        assertThat(world.connectors.calls(CONFIRM, id)).hasSize(1);
        world.awaitOrder(id, "SHIPPED");
        assertThat(world.order(id)).containsEntry("amazon_status", "SHIPPED");
    }

    @Test
    void sendsAParcelOnceAndAsksForTheProofAgainLater() {
        ship();

        Map<String, Object> sent = RouteWorld.patiently()
                .until(() -> world.parcel(id), parcel -> "SENT".equals(parcel.get("state")) && later());
        assertThat(sent.get("confirmed_at")).isNull();

        world.connectors.tell(READ_BACK, id, key -> Connectors.showing(order, "1", "1Z999AA10123456784"));
        dueNow();

        awaitParcel("CONFIRMED");
        assertThat(world.connectors.calls(CONFIRM, id)).hasSize(1);
        assertThat(world.connectors.calls(READ_BACK, id)).hasSize(2);
    }

    @Test
    void countsAParcelAsDroppedWhenAmazonDoesNotShowItEvenAfterAnEdit() {
        ship();
        RouteWorld.patiently().until(() -> "SENT".equals(world.parcel(id).get("state")) && later());

        world.jdbc
                .sql("update packages set attempts = 5, due_at = now() where amazon_order_id = ?")
                .param(id)
                .update();
        RouteWorld.patiently()
                .until(() -> Boolean.TRUE.equals(world.parcel(id).get("resent"))
                        && "SENT".equals(world.parcel(id).get("state"))
                        && later());
        world.jdbc
                .sql("update packages set attempts = 5, due_at = now() where amazon_order_id = ?")
                .param(id)
                .update();

        assertThat(awaitParcel("NEEDS_ATTENTION")).containsEntry("reason", "TRACKING_DROPPED");
        assertThat(world.connectors.calls(CONFIRM, id)).hasSize(2);
        assertThat(world.order(id)).containsEntry("state", "IMPORTED");
    }

    @Test
    void sendsTheSameParcelAgainWhenItsOutcomeIsUnknown() {
        world.connectors.tell(CONFIRM, id, failing(new OutcomeUnknownException("Lost", null, Duration.ofMillis(200))));
        world.connectors.tell(READ_BACK, id, key -> Connectors.showing(order, "1", "1Z999AA10123456784"));

        ship();

        awaitParcel("CONFIRMED");
        assertThat(world.connectors.calls(CONFIRM, id))
                .as("Amazon knows the parcel by its reference")
                .hasSize(2)
                .extracting(call -> ((io.fulfillmenthub.order.DuePackage) call.question()).packageReferenceId())
                .containsOnly(1);
    }

    @Test
    void parksAParcelThatAmazonRefuses() {
        world.connectors.tell(
                CONFIRM, id, failing(new RejectedException(ReasonCode.CARRIER_REFUSED, "Amazon refuses the carrier")));

        ship();

        assertThat(awaitParcel("NEEDS_ATTENTION"))
                .containsEntry("reason", "CARRIER_REFUSED")
                .containsEntry("note", "Amazon refuses the carrier");
        assertThat(world.connectors.calls(READ_BACK, id)).isEmpty();
    }

    private void ship() {
        CommerceOrder commerce = world.connectors.inShop(id);
        long shipment = 100_000 + commerce.id();
        Instant now = Instant.parse("2026-11-28T12:00:00Z");
        Map<Long, Integer> units = Map.of(commerce.items().get("10000000000001"), 2);
        List<Track> tracks = List.of(new Track(shipment, "ups", "UPS", "1Z999AA10123456784"));
        world.bean(ShipmentIntake.class)
                .receive(new ShipmentPage(
                        new ShipmentSearch(null, List.of(commerce.id()), 0, true),
                        List.of(new Shipment(shipment, commerce.id(), now, now, units, tracks))));
    }

    private boolean later() {
        return world.jdbc
                .sql("select due_at > now() + interval '20 seconds' and locked_until <= now() from packages"
                        + " where amazon_order_id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private void dueNow() {
        world.jdbc
                .sql("update packages set due_at = now() where amazon_order_id = ?")
                .param(id)
                .update();
    }

    private Map<String, Object> awaitParcel(String state) {
        return RouteWorld.patiently().until(() -> world.parcel(id), parcel -> state.equals(parcel.get("state")));
    }
}
