package io.fulfillmenthub.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.KafkaBroker;
import io.fulfillmenthub.NoSecondChance;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Fault.Kind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hubs in JVMs of their own share orders over a real broker, until one of them is killed. */
@ExtendWith(NoSecondChance.class)
class KafkaClusterTest {

    private static final String GROUP = "fulfillment-hub";
    private static final int PARTITIONS = 4;
    private static final String HELD =
            "select count(*) from orders o where locked_until > now() and commerce_order_id is null"
                    + " and (select app from kill_claims c where c.amazon_order_id = o.amazon_order_id order by id desc limit 1) = ?";

    private static KafkaBroker broker;
    private static KillWorld world;

    @BeforeAll
    static void open() {
        broker = new KafkaBroker().start();
        world = new KillWorld(settings(broker));
        world.start("hub-a");
        world.start("hub-b");
    }

    @AfterAll
    static void close() {
        world.close();
        broker.close();
    }

    @Test
    void twoHubsShareThePartitionsAndWhenOneIsKilledTheOtherTakesThemAndEveryOrderIsThereOnce() {
        patiently("partitions of both")
                .until(() -> broker.shares(GROUP).stream()
                                .filter(share -> !share.isEmpty())
                                .count()
                        == 2);
        List<Set<Integer>> shares = broker.shares(GROUP);
        assertThat(shares.stream().flatMap(Set::stream)).containsExactlyInAnyOrder(0, 1, 2, 3);

        world.faults.add(Fault.of("commerce", "order-create", Kind.LATENCY)
                .delayed(Duration.ofMillis(700))
                .times(-1));
        List<String> orders = place(32);
        patiently("work of both").until(() -> held("hub-a") > 1 && held("hub-b") > 1);
        world.kill("hub-a");
        world.faults.clear();

        world.awaitEnd(orders, Way.IMPORT);
        patiently("all partitions at the other")
                .until(() -> broker.shares(GROUP).size() == 1
                        && broker.shares(GROUP).get(0).size() == PARTITIONS);
        List<String> more = place(4);
        world.awaitEnd(more, Way.IMPORT);

        Findings findings = new Findings(world);
        Stream.of(orders, more).flatMap(List::stream).forEach(order -> findings.check(order, Way.IMPORT));
        assertThat(findings.violations).isEmpty();
        assertThat(broker.messages("fulfillment-hub.orders"))
                .extracting(message -> message.key().replaceFirst("^us/", ""))
                .containsAll(orders)
                .containsAll(more);
    }

    private static List<String> place(int number) {
        List<ObjectNode> orders = Stream.generate(world::order).limit(number).toList();
        orders.forEach(world.amazon::place);
        return orders.stream().map(order -> order.path("orderId").asText()).toList();
    }

    private static long held(String hub) {
        return world.barriers.ledger().sql(HELD).param(hub).query(Long.class).single();
    }

    private static ConditionFactory patiently(String what) {
        return Awaitility.await(what).atMost(KillWorld.PATIENCE).pollInterval(Duration.ofMillis(100));
    }

    private static Map<String, Object> settings(KafkaBroker broker) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.profiles.active", "kafka");
        settings.put("camel.component.kafka.brokers", broker.address());
        settings.put("camel.component.kafka.session-timeout-ms", 4000);
        settings.put("camel.component.kafka.heartbeat-interval-ms", 1000);
        settings.put("hub.kafka.partitions", PARTITIONS);
        settings.put("hub.kafka.patience", "PT5S");
        settings.put("hub.lease", "PT6S");
        settings.put("hub.retry.uncertain-wait", "PT2S");
        settings.put("hub.orders.parallelism", 2);
        return settings;
    }
}
