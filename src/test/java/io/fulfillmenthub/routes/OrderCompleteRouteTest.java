package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.SampleOrders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderCompleteRouteTest {

    private static final String GET = "commerce-order-get";

    private final RouteWorld world = RouteWorld.shared();
    private final String id = RouteWorld.newId();

    @BeforeEach
    void importTheOrder() {
        world.imported(SampleOrders.unshipped(id));
    }

    @Test
    void endsTheWalkWhenBothSidesAreFinished() {
        world.connectors.change(id, "complete", "45.71", true);

        world.arrive(shown(AmazonStatus.SHIPPED));

        assertThat(world.awaitOrder(id, "COMPLETED").get("due_at")).isNull();
        assertThat(world.connectors.called(id)).endsWith(GET);
    }

    @Test
    void looksAgainLaterWhenCommerceIsNotFinished() {
        world.connectors.change(id, "processing", "45.71", true);

        world.arrive(shown(AmazonStatus.SHIPPED));

        RouteWorld.patiently()
                .untilAsserted(() -> assertThat(world.jdbc
                                .sql("select state from orders where amazon_order_id = ? and attempts = 0"
                                        + " and due_at > now() + interval '30 minutes'")
                                .param(id)
                                .query(String.class)
                                .list())
                        .containsExactly("IMPORTED"));

        world.connectors.change(id, "complete", "45.71", true);
        world.dueNow(id);
        world.awaitOrder(id, "COMPLETED");
    }

    @Test
    void waitsForAmazonWhenOnlyCommerceIsFinished() {
        world.connectors.change(id, "complete", "45.71", true);

        world.arrive(shown(AmazonStatus.PARTIALLY_SHIPPED));

        RouteWorld.patiently().until(() -> !world.connectors.calls(GET, id).isEmpty());
        RouteWorld.patiently().until(() -> world.order(id).get("due_at") == null);
        assertThat(world.order(id)).containsEntry("state", "IMPORTED");
    }

    private Order shown(AmazonStatus status) {
        return SampleOrders.order(
                id,
                status,
                FulfilledBy.MERCHANT,
                SampleOrders.unshipped(id).lastUpdated().plusSeconds(1));
    }
}
