package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub with another shop than Commerce, with files of which some are wrong, and with the profile for writing routes. */
class CustomisedHubTest {

    private static final String ROUTE = """
            # A route of a test.
            - route:
                id: %s
                description: Ends somewhere
                from:
                  uri: direct:%s
                  steps:
                    - to:
                        uri: "%s"
            """;

    @TempDir
    private static Path folder;

    private static RestShop shop;
    private static HubWorld world;
    private static Hub hub;

    @BeforeAll
    static void open() throws IOException {
        shop = new RestShop();
        write("erp", ROUTE.formatted("erp", "erp", "mock:before"));
        write("misspelt", ROUTE.formatted("misspelt", "misspelt", "mock:x").replace("- to:", "- tu:"));
        write("lost", ROUTE.formatted("lost", "lost", "{{nowhere.url}}"));
        write("thief", ROUTE.formatted("order-import", "order-import", "mock:x"));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.profiles.active", "dev");
        settings.put("hub.custom-routes", folder);
        settings.put("hub.custom-routes-on-error", "skip");
        settings.put("hub.subscribers.order-imported", "erp,lost");
        settings.put("hub.retry.max-attempts", 1);
        settings.put("hub.commerce-routes", "routes/custom/examples/shop");
        settings.put("shop.url", shop.url());
        settings.put("shop.token", "shop-token");
        world = HubWorld.start(settings);
        hub = new Hub(world.hubUrl());
    }

    @AfterAll
    static void close() {
        world.close();
        shop.close();
    }

    @Test
    void anotherShopGetsEachOrderOnceAndItsShipmentReachesAmazon() {
        String id = place(801);
        JsonNode imported = hub.await("us", id, "IMPORTED");
        JsonNode order = shop.orders(id).get(0);
        assertThat(shop.orders(id)).hasSize(1);
        assertThat(imported.path("commerceOrderNumber").asText())
                .isEqualTo(order.path("number").asText());

        shop.ship(order.path("id").asLong(), "1Z999AA10123456784");

        hub.await("us", id, "COMPLETED");
        assertThat(hub.order("us", id).path("packages").toString()).contains("1Z999AA10123456784");
    }

    @Test
    void aWrongFileIsLeftOutAndToldAndEverythingElseRuns() {
        String id = place(802);
        hub.await("us", id, "IMPORTED");

        assertThat(problem("misspelt")).contains("line 8: Camel knows no tu below steps: write to, or remove it");
        assertThat(problem("lost")).contains("the setting nowhere.url is missing");
        assertThat(problem("thief")).contains("another route has the id order-import: give it its own");
        assertThat(problem("hub.subscribers")).contains("No route begins with direct:lost");
        assertThat(problem("erp")).isEqualTo("null");
        assertThat(hub.get("/actuator/health")
                        .at("/components/customRoutes/status")
                        .asText())
                .isEqualTo("LEFT_OUT");
        assertThat(hub.get("/actuator/health").path("status").asText()).isEqualTo("UP");
        assertThat(hub.text("/actuator/prometheus")).contains("hub_routes_left_out");
        await(() -> delivery(id, "erp").equals("DELIVERED"));
        await(() -> delivery(id, "lost").equals("NEEDS_ATTENTION SUBSCRIBER_FAILED"));
    }

    @Test
    void aSavedFileIsLoadedAnewWithTheProfileDev() throws IOException {
        write("erp", ROUTE.formatted("erp", "erp", "mock:after"));
        await(() -> {
            world.bean(CamelContext.class)
                    .createFluentProducerTemplate()
                    .to("direct:erp")
                    .send();
            return !mock("after").getReceivedExchanges().isEmpty();
        });
        assertThat(world.bean(CamelContext.class).getRoute("order-import")).isNotNull();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
    }

    private static MockEndpoint mock(String name) {
        return world.bean(CamelContext.class).getEndpoint("mock:" + name, MockEndpoint.class);
    }

    private static String problem(String file) {
        for (JsonNode item : hub.get("/api/routes").path("items")) {
            if (item.path("file").asText().contains(file)) {
                return item.path("problem").asText();
            }
        }
        throw new AssertionError("There is no file " + file);
    }

    private static String delivery(String id, String subscriber) {
        return world.bean(JdbcClient.class)
                .sql(
                        "select concat_ws(' ', state, reason) from deliveries where amazon_order_id = ? and subscriber = ?")
                .params(id, subscriber)
                .query(String.class)
                .single();
    }

    private static String place(int number) {
        ObjectNode order = AmazonOrders.seeded(number)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
        world.sandbox().bean(AmazonWorld.class).place(order);
        return order.path("orderId").asText();
    }

    /** As an editor that keeps the old file until the new one is complete. */
    private static void write(String name, String yaml) throws IOException {
        Path fresh = Files.writeString(folder.resolve(name + ".new"), yaml);
        Files.move(fresh, folder.resolve(name + ".camel.yaml"), StandardCopyOption.REPLACE_EXISTING);
    }
}
