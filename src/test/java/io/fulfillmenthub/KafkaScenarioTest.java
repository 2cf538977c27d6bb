package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Fault.Kind;
import io.fulfillmenthub.sandbox.Faults;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A hub with the profile kafka and a real broker, which comes late, is killed and comes back. */
@ExtendWith({OutputCaptureExtension.class, NoSecondChance.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KafkaScenarioTest {

    private static final String ORDERS = "fulfillment-hub.orders";

    private static KafkaBroker broker;
    private static HubWorld world;
    private static Hub hub;
    private static Shop shop;
    private static int seed = 211_000;

    @BeforeAll
    static void open() {
        broker = new KafkaBroker();
        world = HubWorld.start(settings(broker));
        hub = new Hub(world.hubUrl());
        shop = new Shop(world.sandbox().baseUrl());
    }

    @AfterAll
    static void close() {
        world.close();
        broker.close();
    }

    @Test
    @Order(1)
    void aHubWhoseBrokerIsAwayStartsAndImportsAtOnceAndItsHealthTells(CapturedOutput output) {
        List<String> orders = place(3);

        awaitImported(orders);

        JsonNode health = hub.get("/actuator/health");
        assertThat(health.path("status").asText()).as(health.toPrettyString()).isEqualTo("UP");
        assertThat(kafka()).isEqualTo("PARTLY_DOWN");
        assertThat(output.getAll().split("Kafka's brokers are away", -1).length).isLessThanOrEqualTo(2);
    }

    @Test
    @Order(2)
    void onceTheBrokerIsThereDueOrdersAreNamedInTheTopicAndImportedOnce() {
        broker.start();
        patiently("the hub to see the broker").until(() -> "UP".equals(kafka()));

        List<String> orders = place(12);
        awaitImported(orders);

        List<ConsumerRecord<String, String>> messages = broker.messages(ORDERS);
        assertThat(messages).extracting(ConsumerRecord::key).containsAll(keys(orders));
        assertThat(messages).allSatisfy(message -> {
            assertThat(message.value()).isEqualTo(message.key()).matches("us/[0-9-]+");
            assertThat(message.headers()).isEmpty();
        });
    }

    @Test
    @Order(3)
    void messagesThatAreDoubledStaleOrStrangeDoNoHarm(CapturedOutput output) {
        List<String> orders = place(2);
        awaitImported(orders);

        broker.send(ORDERS, "us/" + orders.get(0), "us/" + orders.get(0));
        broker.send(ORDERS, "us/000-0000000-0000000", "us/000-0000000-0000000");
        broker.send(ORDERS, null, "Ada Example, 1 Main Street");
        broker.send(ORDERS, null, "us/x','y'}");
        List<String> more = place(2);
        awaitImported(more);

        assertOnce(orders);
        assertThat(output.getAll()).contains("messages that name no order").doesNotContain("Ada Example");
    }

    @Test
    @Order(4)
    void aBrokerThatIsKilledAndComesBackLosesAndDoublesNothing() {
        Faults faults = world.sandbox().bean(Faults.class);
        faults.add(Fault.of("commerce", "order-create", Kind.LATENCY)
                .delayed(Duration.ofMillis(400))
                .times(-1));
        List<String> orders = place(16);
        patiently("the first import").until(() -> orders.stream().anyMatch(KafkaScenarioTest::imported));
        broker.kill();
        assertThat(orders).as("imports before the kill").anyMatch(order -> !imported(order));
        faults.clear();
        awaitImported(orders);

        broker.start();
        patiently("the hub to see the broker").until(() -> "UP".equals(kafka()));
        List<String> more = place(4);
        awaitImported(more);
        assertThat(broker.messages(ORDERS)).extracting(ConsumerRecord::key).containsAll(keys(more));
    }

    private static boolean imported(String order) {
        return !shop.orders(order).isEmpty();
    }

    private static List<String> place(int number) {
        AmazonWorld amazon = world.sandbox().bean(AmazonWorld.class);
        List<ObjectNode> orders = AmazonOrders.seeded(++seed)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next(number);
        orders.forEach(amazon::place);
        return orders.stream().map(order -> order.path("orderId").asText()).toList();
    }

    private static void awaitImported(List<String> orders) {
        orders.forEach(order -> hub.await("us", order, "IMPORTED"));
        assertOnce(orders);
    }

    private static void assertOnce(List<String> orders) {
        assertThat(orders)
                .allSatisfy(order -> assertThat(shop.orders(order)).as(order).hasSize(1));
    }

    private static List<String> keys(List<String> orders) {
        return orders.stream().map(order -> "us/" + order).toList();
    }

    private static String kafka() {
        return hub.get("/actuator/health")
                .path("components")
                .path("kafka")
                .path("status")
                .asText();
    }

    private static ConditionFactory patiently(String what) {
        return Awaitility.await(what).atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(100));
    }

    private static Map<String, Object> settings(KafkaBroker broker) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.profiles.active", "kafka");
        settings.put("camel.component.kafka.brokers", broker.address());
        // whatever is imported sooner was named by a message
        settings.put("hub.kafka.patience", "PT2M");
        settings.put("hub.retry.recheck", "PT1H");
        settings.put("hub.orders.parallelism", 2);
        return settings;
    }
}
