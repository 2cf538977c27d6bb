package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.Scheduler;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.core.env.Environment;

class SandboxServerTest {

    @Test
    void startsNothingOfTheHub() {
        try (SandboxServer server = SandboxServer.start(0, Map.of())) {
            for (Class<?> ofTheHub : List.of(CamelContext.class, DataSource.class, Scheduler.class)) {
                assertThatThrownBy(() -> server.bean(ofTheHub)).isInstanceOf(NoSuchBeanDefinitionException.class);
            }
            assertThat(server.bean(Environment.class).getActiveProfiles()).containsExactly("sandbox");
        }
    }

    @Test
    void remembersOrdersAndTokensAcrossARestart(@TempDir Path directory) throws IOException {
        Map<String, Object> properties = Map.of("sandbox.directory", directory);
        String token;
        String orderId;
        try (SandboxServer server = SandboxServer.start(0, properties)) {
            token = new SandboxCaller(server)
                    .login(SandboxCaller.credentials("us"))
                    .json()
                    .path("access_token")
                    .asText();
            orderId = server.bean(AmazonWorld.class)
                    .place(AmazonOrders.seeded(1).next())
                    .path("orderId")
                    .asText();
        }
        try (SandboxServer server = SandboxServer.start(0, properties)) {
            SandboxCaller caller = new SandboxCaller(server).with(token);

            assertThat(caller.order(orderId, "BUYER").status()).isEqualTo(200);
        }
    }

    @Test
    void takesOtherSellerAccounts() throws IOException {
        Map<String, Object> properties = Map.of(
                "sandbox.amazon.accounts[0].id", "shop",
                "sandbox.amazon.accounts[0].client-id", "amzn1.application-oa2-client.sandbox-shop",
                "sandbox.amazon.accounts[0].client-secret", "amzn1.oa2-cs.v1.sandbox-shop",
                "sandbox.amazon.accounts[0].refresh-token", "Atzr|sandbox-shop",
                "sandbox.amazon.accounts[0].marketplace-ids", "A1VC38T7YXB528");
        try (SandboxServer server = SandboxServer.start(0, properties)) {
            SandboxCaller caller = new SandboxCaller(server);

            assertThat(caller.login(SandboxCaller.credentials("us")).status()).isEqualTo(401);
            assertThat(caller.login(SandboxCaller.credentials("shop")).status()).isEqualTo(200);
        }
    }

    @Test
    void letsBuyersActThroughTheControlInterface() throws IOException {
        try (SandboxServer server = SandboxServer.start(0, Map.of())) {
            SandboxCaller caller = new SandboxCaller(server);
            var placed = caller.post(
                    "/sandbox/control/amazon/orders",
                    "{\"random\":3,\"seed\":4,\"marketplace\":\"A1PA6795UKMFR9\",\"status\":\"PENDING\"}");
            String path = "/sandbox/control/amazon/orders/"
                    + placed.json().path(0).path("orderId").asText();

            assertThat(placed.json()).hasSize(3);
            assertThat(status(caller.post(path + "/verify", ""))).isEqualTo("UNSHIPPED");
            assertThat(status(caller.post(path + "/cancel", ""))).isEqualTo("CANCELLED");
            assertThat(caller.post(path + "/verify", "").status()).isEqualTo(400);
            assertThat(caller.get(path).json().path("order").path("recipient").isObject())
                    .isTrue();
            assertThat(caller.get(path).json().path("confirmations").isArray()).isTrue();
            assertThat(caller.get("/sandbox/control/amazon/orders").json()).hasSize(3);
        }
    }

    private static String status(SandboxCaller.Answer answer) {
        return answer.json().path("fulfillment").path("fulfillmentStatus").asText();
    }
}
