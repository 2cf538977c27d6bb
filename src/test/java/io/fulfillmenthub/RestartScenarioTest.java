package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.Calls;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Fault.Kind;
import io.fulfillmenthub.sandbox.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hub that is stopped while it imports, and started again on the same database. */
@ExtendWith(NoSecondChance.class)
class RestartScenarioTest {

    private static final int ORDERS = 20;
    private static final int BEFORE = 5;

    @Test
    void importsEachOrderOfABurstOnceAlthoughTheHubIsRestartedInTheMiddle() {
        Map<String, Object> slow = Map.of("hub.orders.parallelism", 2, "hub.lease", "PT10S");
        try (HubWorld world = HubWorld.prepare(slow)) {
            Faults faults = world.sandbox().bean(Faults.class);
            faults.add(Fault.of("commerce", "order-create", Kind.LATENCY)
                    .delayed(Duration.ofSeconds(2))
                    .times(-1)
                    .skipping(BEFORE));
            List<String> ids = place(world);
            world.startHub();
            Calls calls = world.sandbox().bean(Calls.class);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> calls.of("commerce", "order-create") >= BEFORE);

            world.stopHubs();
            Shop shop = new Shop(world.sandbox().baseUrl());
            long before = ids.stream().filter(id -> !shop.orders(id).isEmpty()).count();
            assertThat(before).as("imported before the restart").isBetween(1L, ORDERS - 1L);
            faults.clear();
            world.startHub();

            Hub hub = new Hub(world.hubUrl());
            ids.forEach(id -> hub.await("us", id, "IMPORTED"));
            assertThat(ids).allSatisfy(id -> assertThat(shop.orders(id)).hasSize(1));
            assertThat(ids)
                    .allSatisfy(id -> assertThat(shop.order(id).path("total_paid"))
                            .isEqualTo(shop.order(id).path("grand_total")));
        }
    }

    private static List<String> place(HubWorld world) {
        AmazonWorld amazon = world.sandbox().bean(AmazonWorld.class);
        List<ObjectNode> orders = AmazonOrders.seeded(301)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next(ORDERS);
        orders.forEach(amazon::place);
        return orders.stream().map(order -> order.path("orderId").asText()).toList();
    }
}
