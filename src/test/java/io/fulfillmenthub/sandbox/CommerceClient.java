package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls the simulated shop over HTTP. */
final class CommerceClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    CommerceClient(String base) {
        this.base = base;
    }

    /** A response; a body that is no JSON is a text. */
    record Answer(int status, JsonNode body) {

        String message() {
            return body.path("message").asText();
        }
    }

    Answer get(String path) {
        return call("GET", path, null, bearer());
    }

    Answer post(String path, String body) {
        return call("POST", path, body, bearer());
    }

    Answer post(String path, JsonNode body) {
        return post(path, body.toString());
    }

    /** @param path below {@code /sandbox/commerce} when it starts with {@code /rest}, else whole */
    Answer call(String method, String path, String body, Map<String, String> headers) {
        URI uri = URI.create(url(path));
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, publisher);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String url(String path) {
        String whole = path.startsWith("/rest") ? base + "/sandbox/commerce" + path : base + path;
        return whole.replace("[", "%5B").replace("]", "%5D").replace(" ", "%20");
    }

    static Map<String, String> bearer() {
        return bearer("sandbox-access-token");
    }

    static Map<String, String> bearer(String token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/json");
        headers.put("Authorization", "Bearer " + token);
        return headers;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
