package io.fulfillmenthub.routes;

import static io.fulfillmenthub.routes.Connectors.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.SampleOrders;
import io.fulfillmenthub.routes.Connectors.Call;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderPublishRouteTest {

    private final RouteWorld world = RouteWorld.shared();
    private final String id = RouteWorld.newId();

    @Test
    void handsTheCanonicalOrderToEverySubscriberOnce() {
        world.imported(SampleOrders.unshipped(id));

        awaitDelivery("erp", "DELIVERED");
        awaitDelivery("wms", "DELIVERED");
        assertThat(world.connectors.calls("wms", id)).hasSize(1);
        assertThat(world.connectors.calls("erp", id)).hasSize(1);
        Call call = world.connectors.calls("erp", id).get(0);
        assertThat(call.orderId()).isEqualTo("us/" + id);
        assertThat(call.question())
                .asString()
                .startsWith("{")
                .contains("\"amazonOrderId\":\"" + id + "\"")
                .contains("\"status\":\"UNSHIPPED\"");
    }

    @Test
    void aDeadSubscriberDelaysNobodyElseAndIsOfferedTheOrderAgain() {
        IllegalStateException dead = new IllegalStateException("connection refused");
        world.connectors.tell("wms", id, failing(dead), failing(dead));

        world.imported(SampleOrders.unshipped(id));

        awaitDelivery("erp", "DELIVERED");
        awaitDelivery("wms", "DELIVERED");
        assertThat(world.connectors.calls("wms", id)).hasSize(3);
        assertThat(world.connectors.calls("erp", id)).hasSize(1);
    }

    @Test
    void parksTheHandOverOfASubscriberThatNeverTakesIt() {
        IllegalStateException dead = new IllegalStateException("connection refused");
        world.connectors.tell("wms", id, failing(dead), failing(dead), failing(dead));

        world.imported(SampleOrders.unshipped(id));

        Map<String, Object> parked = awaitDelivery("wms", "NEEDS_ATTENTION");
        assertThat(parked).containsEntry("attempts", 3);
        assertThat((String) parked.get("note"))
                .contains("IllegalStateException")
                .doesNotContain("refused");
        awaitDelivery("erp", "DELIVERED");
        assertThat(world.order(id)).containsEntry("state", "IMPORTED");
    }

    @Test
    void handsNothingOverTwiceEvenWhenItIsDueAgain() {
        world.imported(SampleOrders.unshipped(id));
        awaitDelivery("erp", "DELIVERED");

        world.jdbc
                .sql("update deliveries set due_at = now(), state = 'PENDING' where amazon_order_id = ?")
                .param(id)
                .update();

        awaitDelivery("erp", "DELIVERED");
        awaitDelivery("wms", "DELIVERED");
        assertThat(world.connectors.calls("erp", id)).hasSize(1);
    }

    @Test
    void makesAHandOverThatIsAddedLater() {
        world.imported(SampleOrders.unshipped(id));
        awaitDelivery("erp", "DELIVERED");
        awaitDelivery("wms", "DELIVERED");
        world.jdbc
                .sql("delete from deliveries where amazon_order_id = ? and subscriber = 'wms'")
                .param(id)
                .update();
        world.jdbc
                .sql("delete from effects where key = ?")
                .param("subscriber-wms:order-imported:us/" + id)
                .update();
        int before = world.connectors.calls("wms", id).size();

        world.jdbc
                .sql("insert into deliveries (account_id, amazon_order_id, subscriber, state, due_at)"
                        + " values ('us', ?, 'wms', 'PENDING', now())")
                .param(id)
                .update();

        awaitDelivery("wms", "DELIVERED");
        assertThat(world.connectors.calls("wms", id)).hasSize(before + 1);
        assertThat(world.connectors.calls("erp", id)).hasSize(1);
    }

    private Map<String, Object> awaitDelivery(String subscriber, String state) {
        return RouteWorld.patiently()
                .until(() -> world.delivery(id, subscriber), row -> state.equals(row.get("state")));
    }
}
