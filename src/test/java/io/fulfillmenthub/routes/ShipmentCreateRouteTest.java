package io.fulfillmenthub.routes;

import static io.fulfillmenthub.routes.Connectors.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.ledger.ShipmentNotices;
import io.fulfillmenthub.order.OutcomeUnknownException;
import io.fulfillmenthub.order.SampleOrders;
import io.fulfillmenthub.order.Shipment;
import io.fulfillmenthub.order.ShipmentNotice;
import io.fulfillmenthub.order.ShipmentPage;
import io.fulfillmenthub.order.ShipmentSearch;
import io.fulfillmenthub.order.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShipmentCreateRouteTest {

    private static final String CREATE = "commerce-shipment-create";
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final RouteWorld world = RouteWorld.shared();
    private final String id = RouteWorld.newId();

    @BeforeEach
    void importTheOrder() {
        world.imported(SampleOrders.unshipped(id));
    }

    @Test
    void createsAShipmentThatCommerceHasNot() {
        receive();

        assertThat(awaitCreated()).containsEntry("commerce_shipment_id", 4_711L);
        assertThat(world.connectors.calls(CREATE, id)).hasSize(1);
    }

    @Test
    void looksBeforeItCreatesAgainWhenTheOutcomeIsUnknown() {
        world.connectors.tell(CREATE, id, failing(new OutcomeUnknownException("Lost", null, Duration.ofMillis(200))));
        receive();
        RouteWorld.patiently().until(() -> world.connectors.calls(CREATE, id).size() == 1);
        long order = world.connectors.inShop(id).id();
        Track track = new Track(1, "ups", "UPS", "1Z999AA10123456784");
        Connectors.Answer shipped = search -> new ShipmentPage(
                (ShipmentSearch) search,
                List.of(new Shipment(8_000 + order, order, NOW, NOW, Map.of(), List.of(track))));
        world.connectors.tell("commerce-shipment-search", "shipments", shipped, shipped);

        assertThat(awaitCreated()).containsEntry("commerce_shipment_id", 8_000 + order);
        assertThat(world.connectors.calls(CREATE, id)).hasSize(1);
    }

    private void receive() {
        world.bean(ShipmentNotices.class)
                .receive(new ShipmentNotice(
                        "us",
                        id,
                        "C-" + id,
                        null,
                        List.of(),
                        List.of(new ShipmentNotice.Label("ups", null, "1Z999AA10123456784"))));
    }

    private Map<String, Object> awaitCreated() {
        return RouteWorld.patiently()
                .until(
                        () -> world.jdbc
                                .sql("select * from received_shipments where amazon_order_id = ?")
                                .param(id)
                                .query()
                                .singleRow(),
                        row -> "CREATED".equals(row.get("state")));
    }
}
