package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AmazonLoginTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static SandboxServer server;

    @BeforeAll
    static void start() {
        server = SandboxServer.start(0, Map.of("sandbox.amazon.withdrawn", "ca"), CLOCK);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void issuesAnAccessTokenForARefreshToken() throws IOException {
        var answer = caller().login(SandboxCaller.credentials("us"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("access_token").asText()).startsWith("Atza|");
        assertThat(answer.json().path("token_type").asText()).isEqualTo("bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.json().path("refresh_token").asText()).isEqualTo("Atzr|sandbox-us");
    }

    @Test
    void acceptsJsonAsWell() throws IOException {
        String body = SandboxCaller.JSON.writeValueAsString(SandboxCaller.credentials("eu"));

        assertThat(caller().post("/sandbox/amazon/auth/o2/token", body).status())
                .isEqualTo(200);
    }

    @Test
    void refusesAnUnknownClient() throws IOException {
        var answer = caller().login(changed("client_secret", "wrong"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(answer.json().path("error_description").asText()).isNotBlank();
    }

    @Test
    void refusesASellerWhoTookTheConsentBackUntilTheApplicationIsAuthorisedAgain() throws IOException {
        var refused = caller().login(SandboxCaller.credentials("ca"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_grant");

        assertThat(caller().post("/sandbox/seller-central/ca/authorise", "").status())
                .isEqualTo(303);

        assertThat(caller().login(SandboxCaller.credentials("ca")).status()).isEqualTo(200);
    }

    @Test
    void refusesARevokedRefreshToken() throws IOException {
        var answer = caller().login(changed("refresh_token", "Atzr|revoked"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void givesAGrantlessTokenThatOpensNoOrders() throws IOException {
        Map<String, String> fields = changed("grant_type", "client_credentials");
        fields.put("scope", "sellingpartnerapi::notifications");

        var answer = caller().login(fields);

        assertThat(answer.status()).isEqualTo(200);
        String token = answer.json().path("access_token").asText();
        assertThat(caller().with(token).order("123-1234567-1234567", "BUYER").status())
                .isEqualTo(403);
    }

    @Test
    void refusesMissingForeignAndExpiredTokens() throws IOException {
        SandboxCaller expired = caller().as("us");
        assertThat(expired.order("123-1234567-1234567", "BUYER").status()).isEqualTo(404);
        CLOCK.move(Duration.ofSeconds(3600));

        for (SandboxCaller caller : new SandboxCaller[] {caller(), caller().with("Atza|x.y"), expired}) {
            var answer = caller.order("123-1234567-1234567", "BUYER");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().path("errors").path(0).path("code").asText())
                    .isEqualTo("Unauthorized");
            assertThat(answer.header("x-amzn-RequestId")).isNotEqualTo("absent");
            assertThat(answer.header("x-amzn-RateLimit-Limit")).isEqualTo("absent");
        }
    }

    private static SandboxCaller caller() {
        return new SandboxCaller(server);
    }

    private static Map<String, String> changed(String field, String value) {
        Map<String, String> fields = new HashMap<>(SandboxCaller.credentials("us"));
        fields.put(field, value);
        return fields;
    }
}
