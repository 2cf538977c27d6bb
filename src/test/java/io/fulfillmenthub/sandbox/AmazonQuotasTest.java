package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AmazonQuotasTest {

    private static final Map<String, String> QUERY = Map.of("createdAfter", "2026-01-01T00:00:00Z");
    private static final MovableClock CLOCK = new MovableClock();
    private static SandboxServer server;

    @BeforeAll
    static void start() {
        server = SandboxServer.start(
                0, Map.of("sandbox.amazon.quotas", "documented", "sandbox.amazon.quota-factor", 10), CLOCK);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void refusesSearchesBeyondTheBurstUntilTheBucketRefills() throws IOException {
        SandboxCaller us = new SandboxCaller(server).as("us");
        for (int i = 0; i < 20; i++) {
            assertThat(us.search(QUERY).status()).isEqualTo(200);
        }

        var refused = us.search(QUERY);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().path("errors").path(0).path("code").asText()).isEqualTo("QuotaExceeded");
        assertThat(refused.header("Retry-After")).isEqualTo("absent");
        assertThat(refused.header("x-amzn-RateLimit-Limit")).isEqualTo("absent");
        assertThat(refused.header("x-amzn-RequestId")).isNotEqualTo("absent");
        assertThat(new SandboxCaller(server).as("eu").search(QUERY).status()).isEqualTo(200);
        assertThat(us.order("123-1234567-1234567", "BUYER").status()).isEqualTo(404);

        CLOCK.move(Duration.ofMillis(17_858));
        var allowed = us.search(QUERY);
        assertThat(allowed.status()).isEqualTo(200);
        assertThat(allowed.header("x-amzn-RateLimit-Limit")).isEqualTo("0.056");
        assertThat(us.search(QUERY).status()).isEqualTo(429);
        assertThat(server.bean(AmazonQuotas.class).refusals()).isEqualTo(2);
    }
}
