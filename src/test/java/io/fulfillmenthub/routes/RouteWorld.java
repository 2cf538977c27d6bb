package io.fulfillmenthub.routes;

import io.fulfillmenthub.FulfillmentHub;
import io.fulfillmenthub.TestDatabase;
import io.fulfillmenthub.ledger.OrderIntake;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.PollLane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The core route files as they ship, with the real ledger on a real PostgreSQL; only the connector routes are stand-ins. One
 * hub serves all route tests of this JVM: each test uses Amazon order ids of its own.
 */
final class RouteWorld {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger ORDERS = new AtomicInteger();
    private static RouteWorld shared;

    final Connectors connectors = new Connectors();
    final Path dropFolder = emptyFolder();
    final JdbcClient jdbc;
    private final ConfigurableApplicationContext hub;

    private RouteWorld() {
        hub = new SpringApplicationBuilder(FulfillmentHub.class)
                .properties(Map.of("spring.main.banner-mode", "off"))
                .initializers(fresh -> ((GenericApplicationContext) fresh)
                        .registerBean("connectors", Connectors.class, () -> connectors))
                .run(arguments(dropFolder));
        jdbc = hub.getBean(JdbcClient.class);
        List.of(PollLane.orders("us"), PollLane.orders("jp"), PollLane.SHIPMENTS)
                .forEach(lane -> patiently().until(() -> lane(lane).get("last_success_at") != null));
    }

    static synchronized RouteWorld shared() {
        if (shared == null) {
            shared = new RouteWorld();
        }
        return shared;
    }

    static ConditionFactory patiently() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }

    /** @return an Amazon order id that no other test uses */
    static String newId() {
        return "900-0000000-%07d".formatted(ORDERS.incrementAndGet());
    }

    /** Takes orders into the ledger as a poll does. */
    void arrive(Order... orders) {
        hub.getBean(OrderIntake.class).receiveAll(List.of(orders));
    }

    <T> T bean(Class<T> type) {
        return hub.getBean(type);
    }

    CamelContext camel() {
        return hub.getBean(CamelContext.class);
    }

    /** Runs a poll as its trigger does, to its end. */
    void poll(String route, String lane, String body) {
        camel().createFluentProducerTemplate()
                .to("direct:" + route)
                .withHeader("HubLane", lane)
                .withBody(body)
                .send();
    }

    Map<String, Object> order(String id) {
        return row("select * from orders where amazon_order_id = ?", id);
    }

    Map<String, Object> parcel(String id) {
        return row("select * from packages where amazon_order_id = ?", id);
    }

    Map<String, Object> delivery(String id, String subscriber) {
        return row("select * from deliveries where amazon_order_id = ? and subscriber = ?", id, subscriber);
    }

    Map<String, Object> lane(String lane) {
        return row("select * from lanes where lane = ?", lane);
    }

    private Map<String, Object> row(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query().listOfRows().stream()
                .findFirst()
                .orElse(Map.of());
    }

    Map<String, Object> awaitOrder(String id, String state) {
        return patiently().until(() -> order(id), row -> state.equals(row.get("state")));
    }

    /** Brings an order into Commerce. */
    Map<String, Object> imported(Order order) {
        arrive(order);
        return awaitOrder(order.amazonOrderId(), "IMPORTED");
    }

    void dueNow(String id) {
        jdbc.sql("update orders set due_at = now() where amazon_order_id = ?")
                .param(id)
                .update();
    }

    private static String[] arguments(Path dropFolder) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", 0);
        settings.put("spring.datasource.url", TestDatabase.newUrl());
        settings.put("spring.datasource.username", "postgres");
        settings.put("camel.main.shutdown-timeout", 2);
        settings.put("spring.quartz.scheduler-name", "route-world");
        settings.put("spring.security.user.password", "secret");
        account(settings, 0, "us");
        account(settings, 1, "jp");
        settings.put("commerce.base-url", "http://commerce.invalid");
        settings.put("commerce.access-token", "token");
        settings.put("hub.routes", coreRoutes());
        settings.put("hub.custom-routes", emptyFolder());
        settings.put("hub.subscribers.order-received", Connectors.GATE);
        settings.put("hub.subscribers.order-imported", String.join(",", Connectors.SUBSCRIBERS));
        settings.put("hub.orders.customer-creation", "account");
        settings.put("hub.orders.status", "amazon_unshipped");
        settings.put("hub.shipments.drop-folder", dropFolder);
        settings.put("hub.poll.orders", "PT1H");
        settings.put("hub.poll.shipments", "PT1H");
        settings.put("hub.dispatch-interval", "PT0.02S");
        settings.put("hub.retry.initial-delay", "PT0.2S");
        settings.put("hub.retry.max-attempts", 3);
        settings.put("hub.retry.uncertain-wait", "PT1S");
        settings.put("hub.retry.recheck", "PT1H");
        return settings.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    private static void account(Map<String, Object> settings, int index, String id) {
        String prefix = "amazon.accounts[" + index + "].";
        settings.put(prefix + "id", id);
        settings.put(prefix + "endpoint", "http://amazon.invalid");
        settings.put(prefix + "client-id", "client");
        settings.put(prefix + "client-secret", "secret");
        settings.put(prefix + "refresh-token", "refresh");
        settings.put(prefix + "marketplace-ids[0]", "us".equals(id) ? "ATVPDKIKX0DER" : "A1VC38T7YXB528");
    }

    private static Path coreRoutes() {
        Path folder = emptyFolder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("routes"), "*.camel.yaml")) {
            for (Path file : files) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path emptyFolder() {
        try {
            Path folder = Files.createTempDirectory("hub-routes");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
