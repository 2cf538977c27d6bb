package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.SampleOrders;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderRefreshRouteTest {

    private static final String GET = "amazon-order-get";

    private final RouteWorld world = RouteWorld.shared();

    @Test
    void asksForAnOrderThatWaitsForADayAndForNoOther() {
        String stale = waiting();
        String young = waiting();
        world.jdbc
                .sql(
                        "update orders set received_at = now() - interval '2 days', last_updated = now() - interval '2 days',"
                                + " purchase_date = now() - interval '3 days' where amazon_order_id = ?")
                .param(stale)
                .update();
        world.connectors.tell(
                GET,
                stale,
                key -> SampleOrders.order(stale, AmazonStatus.UNSHIPPED, FulfilledBy.MERCHANT, Instant.now()));

        world.poll("order-refresh", null, null);

        world.awaitOrder(stale, "IMPORTED");
        assertThat(world.order(stale).get("refresh_at")).isNotNull();
        assertThat(world.connectors.calls(GET, young)).isEmpty();
    }

    private String waiting() {
        String id = RouteWorld.newId();
        world.arrive(SampleOrders.order(id, AmazonStatus.PENDING, FulfilledBy.MERCHANT));
        world.awaitOrder(id, "WAITING");
        return id;
    }
}
