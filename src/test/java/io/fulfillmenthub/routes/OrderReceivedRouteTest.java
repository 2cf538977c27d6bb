package io.fulfillmenthub.routes;

import static io.fulfillmenthub.routes.Connectors.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.SampleOrders;
import io.fulfillmenthub.routes.Connectors.Call;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderReceivedRouteTest {

    private static final IllegalStateException DEAD = new IllegalStateException("secret");

    private final RouteWorld world = RouteWorld.shared();
    private final String id = RouteWorld.newId();

    @Test
    void asksBeforeTheOrderIsCreated() {
        world.imported(SampleOrders.unshipped(id));

        List<Call> asked = world.connectors.calls(Connectors.GATE, id);
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).question())
                .asString()
                .startsWith("{\"schemaVersion\":1,")
                .contains(id);
        assertThat(asked.get(0).at())
                .isBefore(world.connectors
                        .calls("commerce-order-create", id)
                        .get(0)
                        .at());
    }

    @Test
    void letsTheOrderWaitAndAsksAgainWhenTheSubscriberFails() {
        world.connectors.tell(Connectors.GATE, id, failing(DEAD));

        world.imported(SampleOrders.unshipped(id));

        assertThat(world.connectors.calls(Connectors.GATE, id)).hasSize(2);
        assertThat(world.connectors.calls("commerce-order-create", id)).hasSize(1);
    }

    @Test
    void createsNothingWhenTheSubscriberFailsForGood() {
        world.connectors.tell(Connectors.GATE, id, failing(DEAD), failing(DEAD), failing(DEAD));

        world.arrive(SampleOrders.unshipped(id));

        Map<String, Object> parked = world.awaitOrder(id, "NEEDS_ATTENTION");
        assertThat(parked)
                .containsEntry("reason", "SUBSCRIBER_FAILED")
                .containsEntry("note", "The subscriber gate failed with IllegalStateException");
        assertThat(world.connectors.called(id)).isEmpty();
    }
}
