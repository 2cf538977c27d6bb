package io.fulfillmenthub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.awaitility.Awaitility;

/** The hub as an operator's script uses it: over its HTTP API. */
public final class Hub {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    public Hub(String url) {
        this.url = url;
    }

    /** Waits until the order is in that state. @return the order */
    public JsonNode await(String account, String amazonOrderId, String state) {
        return Awaitility.await(amazonOrderId + " " + state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> order(account, amazonOrderId),
                        order -> order.path("state").asText().equals(state));
    }

    /** @return the order, an error object while it is unknown */
    public JsonNode order(String account, String amazonOrderId) {
        return send(request("/api/orders/" + account + "/" + amazonOrderId).GET());
    }

    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    public JsonNode post(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Posts JSON. */
    public JsonNode post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** @return the answer as it came, for what is no JSON */
    public String text(String path) {
        return answer(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        String basic = Base64.getEncoder().encodeToString("operator:secret".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Basic " + basic);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            String body = answer(request);
            return body.isEmpty() ? JSON.missingNode() : JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
