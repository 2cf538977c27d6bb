package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OutcomeUnknownException;
import io.fulfillmenthub.order.SampleOrders;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrderAdjustRouteTest {

    private static final String HOLD = "commerce-order-hold";
    private static final String UNHOLD = "commerce-order-unhold";
    private static final String COMMENT = "commerce-order-comment";

    private final RouteWorld world = RouteWorld.shared();
    private final String id = RouteWorld.newId();
    private final Order order = SampleOrders.unshipped(id);

    @Test
    void holdsOnceHoweverOftenTheBuyerIsSeenAskingAndReleasesOnce() {
        world.imported(order);

        world.arrive(SampleOrders.asking(order, true, 1));
        awaitHold("HELD");
        world.connectors.change(id, "holded", "0", false);
        world.arrive(SampleOrders.asking(order, true, 2));
        awaitLooks(2);
        assertThat(world.connectors.calls(HOLD, id)).hasSize(1);

        world.arrive(SampleOrders.asking(order, false, 3));
        awaitHold("NONE");
        world.connectors.change(id, "processing", "0", false);

        assertThat(world.connectors.calls(HOLD, id)).hasSize(1);
        assertThat(world.connectors.calls(UNHOLD, id)).hasSize(1);
        assertThat(world.connectors.calls(COMMENT, id)).hasSize(2);
    }

    @Test
    void takesAHoldWhoseAnswerWasLostForItsOwn() {
        world.imported(order);
        world.connectors.tell(HOLD, id, sides -> {
            world.connectors.change(id, "holded", "0", false);
            throw new OutcomeUnknownException("The answer was lost", null, Duration.ZERO);
        });

        world.arrive(SampleOrders.asking(order, true, 1));

        awaitHold("HELD");
        assertThat(world.connectors.calls(HOLD, id)).hasSize(1);
        assertThat(world.connectors.calls(COMMENT, id)).hasSize(1);
    }

    @Test
    void leavesTheMerchantsOwnHoldAlone() {
        world.imported(order);
        world.connectors.change(id, "holded", "0", false);

        world.arrive(SampleOrders.asking(order, true, 1));
        awaitLooks(1);
        world.arrive(SampleOrders.asking(order, false, 2));
        awaitLooks(2);

        assertThat(world.connectors.called(id)).doesNotContain(HOLD, UNHOLD, COMMENT);
    }

    private void awaitHold(String state) {
        RouteWorld.patiently().until(() -> state.equals(world.order(id).get("hold")));
    }

    private void awaitLooks(int times) {
        RouteWorld.patiently()
                .until(() -> world.connectors.calls("commerce-order-get", id).size() >= times
                        && world.order(id).get("due_at") == null);
    }
}
