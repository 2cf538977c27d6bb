package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.SampleOrders;
import org.junit.jupiter.api.Test;

class OrderPurgeRouteTest {

    private final RouteWorld world = RouteWorld.shared();
    private final String ended = RouteWorld.newId();
    private final String open = RouteWorld.newId();

    @Test
    void removesTheBuyersOfOrdersThatEndedLongAgoAndNobodyElses() {
        world.arrive(SampleOrders.order(ended, AmazonStatus.CANCELLED, FulfilledBy.MERCHANT));
        world.arrive(SampleOrders.unshipped(open));
        world.awaitOrder(ended, "CANCELLED");
        world.awaitOrder(open, "IMPORTED");
        world.jdbc
                .sql("update orders set finished_at = now() - interval '31 days' where amazon_order_id = ?")
                .param(ended)
                .update();

        world.poll("order-purge", null, null);

        assertThat(world.order(ended)).containsEntry("buyer_name", null).doesNotContainEntry("purged_at", null);
        assertThat(world.order(open)).containsEntry("purged_at", null).doesNotContainEntry("buyer_name", null);
    }
}
