package io.fulfillmenthub.kill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.kill.KillPoint.Means;
import io.fulfillmenthub.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One kill: orders are brought to one point, the hub that works on them is killed and restarted, the rest is waited for. */
final class KillRound {

    private static final int ORDERS = 2;

    private final KillWorld world;
    private final KillPoint point;

    KillRound(KillWorld world, KillPoint point) {
        this.world = world;
        this.point = point;
    }

    /** @return what was found, with the time from the kill until everything was well */
    Result run() {
        if (point.cached()) {
            List<String> hubs = world.running();
            hubs.forEach(world::kill);
            hubs.forEach(world::start);
        }
        List<ObjectNode> orders = Stream.generate(() -> world.order(point.way() == Way.REDUCE ? 2 : 1))
                .limit(ORDERS)
                .toList();
        List<String> ids =
                orders.stream().map(order -> order.path("orderId").asText()).toList();
        bring(orders, ids);
        awaitCaught();
        List<String> victims = victims(ids.get(0));
        victims.forEach(world::kill);
        long killed = System.nanoTime();
        letGo(victims);
        victims.forEach(world::start);
        Findings findings = new Findings(world);
        try {
            world.awaitEnd(ids, point.way());
        } catch (ConditionTimeoutException e) {
            findings.losses += (int) world.open(ids, point.way());
            findings.violations.add("not " + point.way() + " in time: " + ids);
        }
        Duration recovery = Duration.ofNanos(System.nanoTime() - killed);
        ids.forEach(id -> findings.check(id, point.way()));
        return new Result(victims.size(), ids.size(), findings, recovery);
    }

    private void bring(List<ObjectNode> orders, List<String> ids) {
        if (point.way() == Way.IMPORT) {
            arm(ids);
            orders.forEach(world.amazon::place);
            return;
        }
        orders.forEach(world.amazon::place);
        world.awaitEnd(ids, Way.IMPORT);
        ids.forEach(id -> point.way().prepare(world, id));
        if (point.way() == Way.RESEND) {
            world.faults.add(Fault.of("amazon", "confirm-shipment", Fault.Kind.STATUS)
                    .answering(204, "application/json", "")
                    .times(ids.size()));
        }
        arm(ids);
        ids.forEach(id -> point.way().go(world, id));
    }

    private void arm(List<String> ids) {
        if (point.remote()) {
            String side = point.means() == Means.AMAZON ? "amazon" : "commerce";
            world.faults.add(Fault.of(side, point.place(), point.kind())
                    .delayed(Duration.ofMinutes(5))
                    .times(-1));
        } else if (point.means() == Means.SUBSCRIBER) {
            world.erp.hold();
        } else {
            ids.forEach(id -> world.barriers.arm(point.place(), id));
        }
    }

    private void awaitCaught() {
        Awaitility.await("caught at " + point)
                .atMost(KillWorld.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> caught() > 0);
        Awaitility.await().pollDelay(Duration.ofMillis(100)).until(() -> true);
    }

    private int caught() {
        if (point.remote()) {
            return world.faults.held();
        }
        return point.means() == Means.SUBSCRIBER
                ? world.erp.held()
                : world.barriers.blocked().size();
    }

    private List<String> victims(String order) {
        if (point.poll()) {
            return world.running();
        }
        if (point.barrier()) {
            List<String> blocked = world.barriers.blocked();
            return blocked.isEmpty() ? world.running() : blocked.subList(0, 1);
        }
        return world.barriers.claimer(order).map(List::of).orElseGet(world::running);
    }

    private void letGo(List<String> victims) {
        if (point.means() == Means.ROLLED_BACK) {
            victims.forEach(world.barriers::discard);
        }
        world.barriers.release();
        world.faults.clear();
        world.erp.release();
    }

    /** What one round showed. */
    record Result(int kills, int orders, Findings findings, Duration recovery) {}
}
