package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.SandboxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The hub as an installation starts it: one configuration file, servers of its own, OAuth 1.0a. */
class ForeignServersTest {

    private static final String ERP = """
            - route:
                id: erp
                description: Takes imported orders
                from:
                  uri: direct:erp
                  steps:
                    - setBody:
                        expression:
                          constant:
                            expression: taken
            """;

    @TempDir
    private Path folder;

    @Test
    void importsAndConfirmsWithAConfigurationFileAndOauth1() throws IOException {
        Map<String, Object> noBearer = Map.of(
                "sandbox.amazon.availability-lag",
                "PT0S",
                "sandbox.amazon.quota-factor",
                1_000,
                "sandbox.commerce.bearer-enabled",
                false);
        try (SandboxServer servers = SandboxServer.start(0, noBearer);
                ConfigurableApplicationContext context = start(servers)) {
            AmazonWorld amazon = servers.bean(AmazonWorld.class);
            Hub hub = new Hub("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
            ObjectNode order = AmazonOrders.seeded(401)
                    .in("ATVPDKIKX0DER")
                    .status("UNSHIPPED")
                    .fulfilledBy("MERCHANT")
                    .lines(1)
                    .next();
            amazon.place(order);
            String id = order.path("orderId").asText();
            long commerceId =
                    hub.await("us", id, "IMPORTED").path("commerceOrderId").asLong();

            Shop shop = Shop.signedIn(servers.baseUrl(), "admin", "sandbox-admin-1");
            shop.ship(commerceId, "", Shop.track("ups", "UPS", "1Z999AA10123456784"));

            hub.await("us", id, "COMPLETED");
            assertThat(amazon.confirmations(id)).hasSize(1);
        }
    }

    private ConfigurableApplicationContext start(SandboxServer servers) throws IOException {
        Files.createDirectories(folder.resolve("custom"));
        Files.writeString(folder.resolve("custom").resolve("erp.camel.yaml"), ERP);
        String settings = Files.readString(Path.of("src/test/resources/fixtures/hub.yaml"))
                .replace("SANDBOX", servers.baseUrl() + "/sandbox")
                .replace("DATABASE", TestDatabase.newUrl())
                .replace("FOLDER", folder.toString());
        Path file = Files.writeString(folder.resolve("hub.yaml"), settings);
        return SpringApplication.run(
                FulfillmentHub.class,
                "--spring.config.additional-location=file:" + file,
                "--spring.main.banner-mode=off",
                "--spring.quartz.scheduler-name=foreign-servers");
    }
}
