package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderPage;
import io.fulfillmenthub.order.OrderSearch;
import io.fulfillmenthub.order.SampleOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderSweepRouteTest {

    private static final String SEARCH = "amazon-order-search";
    private static final String LANE = "amazon-sweep/jp";

    private final RouteWorld world = RouteWorld.shared();

    @Test
    void readsTheLastDaysAgainOnceADayAndLeavesTheCursorAlone() {
        Order late = SampleOrders.unshipped(RouteWorld.newId());
        Object cursor = world.lane("amazon-orders/jp").get("position");
        RouteWorld.patiently().until(() -> !world.lane(LANE).isEmpty());
        world.jdbc
                .sql("update lanes set position = now() - interval '25 hours' where lane = ?")
                .param(LANE)
                .update();
        world.connectors.tell(SEARCH, "jp", page("S2"), page(null, late));

        world.poll("order-sweep", LANE, "jp");

        OrderSearch asked = lastSearch();
        assertThat(asked.sweeping()).isTrue();
        assertThat(asked.pageToken()).isEqualTo("S2");
        assertThat(asked.lastUpdatedAfter()).isBefore(Instant.now().minus(Duration.ofHours(71)));
        assertThat(world.order(late.amazonOrderId())).isNotEmpty();
        assertThat(world.lane("amazon-orders/jp")).containsEntry("position", cursor);

        int calls = world.connectors.calls(SEARCH, "jp").size();
        world.poll("order-sweep", LANE, "jp");
        assertThat(world.connectors.calls(SEARCH, "jp")).hasSize(calls);
    }

    private OrderSearch lastSearch() {
        List<Connectors.Call> calls = world.connectors.calls(SEARCH, "jp");
        return (OrderSearch) calls.get(calls.size() - 1).question();
    }

    private static Connectors.Answer page(String next, Order... orders) {
        return search -> new OrderPage((OrderSearch) search, List.of(orders), List.of(), next, Instant.now());
    }
}
