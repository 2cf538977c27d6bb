package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
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
    void takesInWhatAdobeSignedOnce() throws Exception {
        long order = imported();
        String event = adobeEvent("e-1", "adobe-client", order);
        String signature = AdobeKeys.sign(event);

        HttpResponse<String> answer = adobe(event, signature, AdobeKeys.PATH);
        HttpResponse<String> again = adobe(event, signature, AdobeKeys.PATH);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"orders\":1}");
        assertThat(again.body()).isEqualTo("{\"orders\":0}");
    }

    @Test
    void turnsAwayWhatAdobeDidNotSignForThisHub() throws Exception {
        String event = adobeEvent("e-2", "adobe-client", 1);
        String foreign = adobeEvent("e-3", "somebody-else", 1);
        String signature = AdobeKeys.sign(event);

        assertThat(List.of(
                        adobe(event + " ", signature, AdobeKeys.PATH),
                        adobe(event, "bm8=", AdobeKeys.PATH),
                        adobe(event, "no Base64!", AdobeKeys.PATH),
                        adobe(event, signature, "/prod/keys/nowhere.pem"),
                        adobe(event, signature, "/../evil.pem"),
                        adobe(event, signature, "//evil.example/key.pem"),
                        adobe(foreign, AdobeKeys.sign(foreign), AdobeKeys.PATH)))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(403);
                    assertThat(answer.body()).contains("docs/shipments.md");
                });
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

    private static long imported() {
        ObjectNode order = AmazonOrders.seeded(4_410)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
        String id = world.sandbox()
                .bean(AmazonWorld.class)
                .place(order)
                .path("orderId")
                .asText();
        new Hub(world.hubUrl()).await("us", id, "IMPORTED");
        return new Shop(world.sandbox().baseUrl()).order(id).path("entity_id").asLong();
    }

    private static String adobeEvent(String id, String recipient, long order) {
        return """
                {"event_id":"%s","event":{"data":{"value":{"order_id":%d}}},"recipient_client_id":"%s"}""".formatted(id, order, recipient);
    }

    private static HttpResponse<String> adobe(String body, String signature, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(world.hubUrl() + "/api/events/commerce"))
                .header("Content-Type", "application/json")
                .header("x-adobe-digital-signature-1", signature)
                .header("x-adobe-public-key1-path", path)
                .header("x-adobe-digital-signature-2", signature)
                .header("x-adobe-public-key2-path", path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
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
