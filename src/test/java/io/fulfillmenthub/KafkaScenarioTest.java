package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Fault.Kind;
import io.fulfillmenthub.sandbox.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub with the profile kafka and a real broker, which comes late, is killed and comes back. */
@ExtendWith({OutputCaptureExtension.class, NoSecondChance.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KafkaScenarioTest {

    private static final String ORDERS = "fulfillment-hub.orders";
    private static final String EVENTS = "fulfillment-hub.order-events";
    private static final ObjectMapper JSON = new ObjectMapper();

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

        patiently("the consumers to have polled once").untilAsserted(() -> {
            JsonNode health = hub.get("/actuator/health");
            assertThat(health.path("status").asText())
                    .as(health.toPrettyString())
                    .isEqualTo("UP");
        });
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
        patiently("the hub to keep its place").until(() -> broker.lag("fulfillment-hub", ORDERS) == 0);
    }

    @Test
    @Order(4)
    void eventsOfImportAndShipmentAreStreamedOnceWithoutThePeople() throws Exception {
        String id = place(1).get(0);
        hub.await("us", id, "IMPORTED");
        shop.ship(shop.order(id).path("entity_id").asLong(), "", Shop.track("ups", "UPS", "1Z999AA10123456784"));
        hub.await("us", id, "COMPLETED");
        patiently("both events").until(() -> events(id).size() == 2);

        List<ConsumerRecord<String, String>> events = events(id);
        assertThat(events)
                .extracting(event -> header(event, "HubSlot"))
                .containsExactly("order-imported", "shipment-confirmed");
        assertThat(events).extracting(event -> header(event, "HubEventId")).doesNotHaveDuplicates();
        String number = shop.order(id).path("increment_id").asText();
        assertThat(events).allSatisfy(event -> {
            assertThat(event.headers())
                    .extracting(Header::key)
                    .containsExactlyInAnyOrder("HubEventId", "HubSlot", "HubOrderId", "HubCommerceOrderNumber");
            JsonNode body = JSON.readTree(event.value());
            assertThat(body.path("eventId").asText()).isEqualTo(header(event, "HubEventId"));
            assertThat(body.path("amazonOrderId").asText()).isEqualTo(id);
            assertThat(body.path("commerceOrderNumber").asText()).isEqualTo(number);
            assertThat(event.value()).doesNotContainIgnoringCase("buyer").doesNotContainIgnoringCase("address");
        });
        assertThat(JSON.readTree(events.get(0).value()).has("fact")).isFalse();
        assertThat(JSON.readTree(events.get(1).value())
                        .at("/fact/packageReferenceId")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @Order(5)
    void aConsumerTakesEachEventOnceAndInOrderHoweverOftenItFailsOrReadsIt(CapturedOutput output) {
        AtomicInteger failures = new AtomicInteger(2);
        reader().whenAnyExchangeReceived(exchange -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the system is down");
            }
        });
        String id = place(1).get(0);
        hub.await("us", id, "IMPORTED");
        shop.ship(shop.order(id).path("entity_id").asLong(), "", Shop.track("ups", "UPS", "1Z999AA10123456784"));
        patiently("both events").until(() -> read(id).contains("shipment-confirmed"));
        assertThat(read(id)).endsWith("order-imported", "shipment-confirmed").contains("order-imported");
        assertThat(output.getAll()).contains("is tried again until it is taken: The subscriber reader failed");

        ConsumerRecord<String, String> event = events(id).get(0);
        broker.send(EVENTS, event.key(), event.value());
        broker.send(EVENTS, event.key(), "no event at all");
        String next = place(1).get(0);
        patiently("the next event").until(() -> read(next).contains("order-imported"));
        patiently("the message that is no event")
                .until(() -> output.getAll().contains("holds a message that is no event"));
        assertThat(read(id).stream().filter("shipment-confirmed"::equals)).hasSize(1);
        assertThat(taken("order-imported:us/" + id)).isEqualTo(1);
        patiently("the consumer to keep its place").until(() -> broker.lag("reader", EVENTS) == 0);
    }

    @Test
    @Order(6)
    void anEventThatItsConsumerRefusesIsSkippedAndOneThatTheHubLeavesBehindIsReadAfterTheRestart(
            CapturedOutput output) {
        reader().whenAnyExchangeReceived(exchange -> {
            throw new IllegalArgumentException("wrong for ever");
        });
        String refused = place(1).get(0);
        patiently("the refusal").until(() -> output.getAll().contains("is refused by its consumer and skipped"));
        reader().whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("the system is down");
        });
        String left = place(1).get(0);
        patiently("a try").until(() -> read(left).contains("order-imported"));

        world.stopHubs();
        world.startHub();
        hub = new Hub(world.hubUrl());

        patiently("the event after the restart").until(() -> read(left).contains("order-imported"));
        patiently("its effect").until(() -> taken("order-imported:us/" + left) == 1);
        assertThat(read(refused)).isEmpty();
        assertThat(taken("order-imported:us/" + refused)).isZero();
    }

    private static MockEndpoint reader() {
        return world.bean(CamelContext.class).getEndpoint("mock:reader", MockEndpoint.class);
    }

    /** What the consumer's route was given of an order, tries that failed included. */
    private static List<String> read(String id) {
        return reader().getReceivedExchanges().stream()
                .filter(exchange -> ("us/" + id).equals(exchange.getIn().getHeader("HubOrderId")))
                .map(exchange -> exchange.getIn().getHeader("HubSlot", String.class))
                .toList();
    }

    private static long taken(String event) {
        return world.bean(JdbcClient.class)
                .sql("select count(*) from effects where key = ? and status = 'DONE'")
                .param("consumer-reader:" + event)
                .query(Long.class)
                .single();
    }

    private static List<ConsumerRecord<String, String>> events(String id) {
        return broker.messages(EVENTS).stream()
                .filter(event -> event.key().equals("us/" + id))
                .toList();
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    @Order(7)
    void aBrokerThatIsKilledAndComesBackLosesAndDoublesNothing(CapturedOutput output) {
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
        patiently("the hub to miss the broker").until(() -> "PARTLY_DOWN".equals(kafka()));
        assertThat(output.getAll()).doesNotContain("A route failed outside any order");

        broker.start();
        patiently("the hub to see the broker").until(() -> "UP".equals(kafka()));
        List<String> more = place(4);
        awaitImported(more);
        assertThat(broker.messages(ORDERS)).extracting(ConsumerRecord::key).containsAll(keys(more));
        List<String> all = Stream.of(orders, more).flatMap(List::stream).toList();
        patiently("the events of all").until(() -> eventIds(all).size() >= all.size());
        assertThat(Set.copyOf(eventIds(all))).hasSize(all.size());
        assertThat(deliveries(all)).containsOnly("DELIVERED");
    }

    private static List<String> eventIds(List<String> orders) {
        return broker.messages(EVENTS).stream()
                .filter(event -> orders.contains(event.key().substring(3)))
                .map(event -> header(event, "HubEventId"))
                .toList();
    }

    private static List<String> deliveries(List<String> orders) {
        return patiently("all handed over")
                .until(
                        () -> world.bean(JdbcClient.class)
                                .sql("select state from deliveries where amazon_order_id in (:orders)")
                                .param("orders", orders)
                                .query(String.class)
                                .list(),
                        states -> !states.contains("PENDING"));
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

    private static Path routes() {
        try {
            Path folder = Files.createTempDirectory("kafka-routes");
            Files.writeString(folder.resolve("reader.camel.yaml"), """
                    # Reads the stream of events in a test.
                    - route:
                        id: reader
                        description: Ends in a mock
                        from:
                          uri: direct:reader
                          steps:
                            - to:
                                uri: mock:reader
                    """);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> settings(KafkaBroker broker) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.profiles.active", "kafka");
        settings.put("camel.component.kafka.brokers", broker.address());
        // whatever is imported sooner was named by a message
        settings.put("hub.kafka.patience", "PT2M");
        settings.put("hub.retry.recheck", "PT1H");
        settings.put("hub.kafka.consumers[0]", "reader");
        settings.put("hub.custom-routes", routes());
        settings.put("hub.orders.parallelism", 2);
        return settings;
    }
}
