package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.ledger.Rehearsals;
import io.fulfillmenthub.order.Decision.Action;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.Rehearsal.Script;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.SampleOrders;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderRehearseChangesRouteTest {

    private final RouteWorld world = RouteWorld.shared();
    private final String id = RouteWorld.newId();

    @Test
    void takesTheStepsOfAHoldAndRecordsNone() throws InterruptedException {
        Order order = SampleOrders.unshipped(id);
        world.imported(order);
        world.connectors.tell(
                "commerce-order-hold",
                id,
                Connectors.failing(new RejectedException(ReasonCode.COMMERCE_REFUSED, "Commerce refuses")));
        world.arrive(SampleOrders.asking(order, true, 1));
        world.awaitOrder(id, "NEEDS_ATTENTION");
        Map<String, Object> before = world.order(id);

        Script script = rehearse();

        assertThat(script.problem()).isNull();
        assertThat(script.action()).isEqualTo(Action.COMPLETE);
        assertThat(world.connectors.called(id))
                .endsWith("commerce-order-get", "commerce-order-hold", "commerce-order-comment");
        assertThat(world.order(id))
                .containsEntry("hold", before.get("hold"))
                .containsEntry("updated_at", before.get("updated_at"));
    }

    @Test
    void takesTheStepsOfACancellationAndRecordsNone() throws InterruptedException {
        world.imported(SampleOrders.unshipped(id));
        world.connectors.change(id, "canceled", "0.00", false);

        Script script = rehearse();

        assertThat(script.problem()).isNull();
        assertThat(world.connectors.called(id)).endsWith("commerce-order-get", "amazon-feed-submit");
        assertThat(world.jdbc
                        .sql("select count(*) from cancellations where amazon_order_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Script rehearse() throws InterruptedException {
        return world.bean(Rehearsals.class)
                .ask(new OrderKey("us", id))
                .orElseThrow()
                .await(Duration.ofSeconds(30))
                .orElseThrow();
    }
}
