package io.fulfillmenthub.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.NoSecondChance;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The short form of the kill matrix: many orders, each at another point of its way, when their hub is killed. */
@ExtendWith(NoSecondChance.class)
class KillMatrixTest {

    @Test
    void killsOnBothWaysLoseNothingAndDoubleNothing() {
        try (KillWorld world = new KillWorld(Map.of())) {
            world.start("hub-a");
            List<String> orders = importAndKill(world);
            List<String> shipped = new ArrayList<>(orders.subList(0, 4));
            shipped.addAll(orders.subList(8, orders.size()));

            shipAndCancelAndKill(world, orders);

            world.awaitEnd(shipped, Way.SHIP);
            world.awaitEnd(orders.subList(4, 8), Way.CANCEL);
            Findings findings = new Findings(world);
            shipped.forEach(order -> findings.check(order, Way.SHIP));
            orders.subList(4, 8).forEach(order -> findings.check(order, Way.CANCEL));
            assertThat(findings.violations).isEmpty();
            ObjectNode mails = (ObjectNode) world.shop.mails();
            int welcomed = mails.remove("customer").asInt();
            assertThat(mails).allSatisfy(kind -> assertThat(kind.asInt()).isZero());
            assertThat(welcomed).as("one welcome mail a new customer").isLessThanOrEqualTo(orders.size());
        }
    }

    /** One hub, killed with thirteen orders on their way; two others go on. */
    private static List<String> importAndKill(KillWorld world) {
        List<String> orders = new ArrayList<>();
        for (String point : List.of("importing", "imported", "import-done", "subscriber-kill-erp-done", "delivered")) {
            ObjectNode order = world.order();
            orders.add(order.path("orderId").asText());
            world.barriers.arm(point, orders.get(orders.size() - 1));
            world.amazon.place(order);
        }
        awaitBlocked(world, 5);
        stop(world, "commerce", "customer-create", Kind.HANG, Kind.HANG_AFTER);
        stop(world, "commerce", "order-create", Kind.HANG, Kind.HANG_AFTER);
        stop(world, "commerce", "invoice-create", Kind.HANG, Kind.HOLD, Kind.HANG_AFTER);
        stop(world, "commerce", "order-comment", Kind.HANG_AFTER);
        Stream.generate(world::order).limit(8).forEach(order -> {
            orders.add(order.path("orderId").asText());
            world.amazon.place(order);
        });
        awaitSpoiled(world);

        world.kill("hub-a");

        world.barriers.discard("hub-a");
        world.faults.clear();
        world.start("hub-b");
        world.start("hub-c");
        world.awaitEnd(orders, Way.IMPORT);
        return orders;
    }

    /** Two hubs, of which one is killed with parcels and refunds on their way. */
    private static void shipAndCancelAndKill(KillWorld world, List<String> orders) {
        world.barriers.arm("sent", orders.get(0));
        world.barriers.arm("confirm-done", orders.get(1));
        orders.subList(0, 2).forEach(world::ship);
        awaitBlocked(world, 2);
        stop(world, "commerce", "order-refund", Kind.HANG, Kind.HOLD, Kind.HANG_AFTER);
        stop(world, "commerce", "order-get", Kind.HANG);
        stop(world, "amazon", "confirm-shipment", Kind.HANG, Kind.HOLD, Kind.HANG_AFTER);
        stop(world, "amazon", "get-order", Kind.HANG_AFTER);
        orders.subList(2, 4).forEach(world::ship);
        orders.subList(4, 8).forEach(world.amazon::cancel);
        orders.subList(8, orders.size()).forEach(world::ship);
        awaitSpoiled(world);

        world.kill("hub-b");

        world.barriers.discard("hub-b");
        world.faults.clear();
    }

    private static void stop(KillWorld world, String side, String operation, Kind... kinds) {
        for (Kind kind : kinds) {
            world.faults.add(Fault.of(side, operation, kind).delayed(Duration.ofMinutes(5)));
        }
    }

    private static void awaitBlocked(KillWorld world, int sessions) {
        Awaitility.await("sessions at barriers")
                .atMost(KillWorld.PATIENCE)
                .until(() -> world.barriers.blocked().size() >= sessions);
    }

    private static void awaitSpoiled(KillWorld world) {
        Awaitility.await("calls without an answer")
                .atMost(KillWorld.PATIENCE)
                .until(() -> world.faults.remaining().isEmpty());
    }
}
