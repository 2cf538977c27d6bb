package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The doors for programs around shipments, as HTTP answers them. */
class ShipmentPushScenarioTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static HubWorld world;

    @BeforeAll
    static void open() {
        world = HubWorld.shared();
    }

    @Test
    void takesInASignedEventWithoutALogin() throws Exception {
        HttpResponse<String> answer = push("{\"order_id\":999999}", "push-secret");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"orders\":0}");
    }

    @Test
    void turnsAwayWhoDoesNotKnowTheSecret() throws Exception {
        HttpResponse<String> answer = push("{\"order_id\":1}", "guessed");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("docs/shipments.md");
    }

    @Test
    void answersTheHandshake() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(world.hubUrl() + "/api/events/commerce?challenge=c-1"))
                .build();

        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .isEqualTo("{\"challenge\":\"c-1\"}");
    }

    @Test
    void showsTheBacklogToWhoIsLoggedInOnly() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(world.hubUrl() + "/api/backlog"))
                .build();

        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        assertThat(new Hub(world.hubUrl()).get("/api/backlog").path("deadlines").has("missed"))
                .isTrue();
    }

    private static HttpResponse<String> push(String body, String secret) throws Exception {
        String now = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create(world.hubUrl() + "/api/events/commerce"))
                .header("Content-Type", "application/json")
                .header("X-Hub-Timestamp", now)
                .header("X-Hub-Signature-256", "sha256=" + hmac(secret, now + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String hmac(String secret, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
