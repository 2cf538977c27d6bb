package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A seller's program that talks to the sandbox over HTTP. */
final class SandboxCaller {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String baseUrl;
    private String token = "";

    SandboxCaller(SandboxServer server) {
        this.baseUrl = server.baseUrl();
    }

    SandboxCaller as(String account) throws IOException {
        token = login(credentials(account)).json().path("access_token").asText();
        return this;
    }

    SandboxCaller with(String otherToken) {
        token = otherToken;
        return this;
    }

    static Map<String, String> credentials(String account) {
        return Map.of(
                "grant_type", "refresh_token",
                "client_id", "amzn1.application-oa2-client.sandbox-" + account,
                "client_secret", "amzn1.oa2-cs.v1.sandbox-" + account,
                "refresh_token", "Atzr|sandbox-" + account);
    }

    Answer login(Map<String, String> fields) throws IOException {
        return send(request("/sandbox/amazon/auth/o2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    Answer search(Map<String, String> parameters) throws IOException {
        return get("/sandbox/amazon/orders/2026-01-01/orders?" + form(parameters));
    }

    Answer order(String orderId, String included) throws IOException {
        return get("/sandbox/amazon/orders/2026-01-01/orders/" + orderId + "?includedData=" + included);
    }

    Answer confirm(String orderId, JsonNode body) throws IOException {
        return post("/sandbox/amazon/orders/v0/orders/" + orderId + "/shipmentConfirmation", body.toString());
    }

    Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    Answer post(String path, String json) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer delete(String path) throws IOException {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? request : request.header("x-amz-access-token", token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the sandbox", e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("absent");
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String error() {
            return json().path("errors").path(0).path("message").asText();
        }
    }
}
