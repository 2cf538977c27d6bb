package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is sent to the hub's API, byte by byte: it is refused politely, never with an error of the hub. */
class HostileRequestsTest {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW");
    private static final List<String> PATHS = List.of(
            "/api/orders",
            "/api/orders/us/%s",
            "/api/orders/%s/%s/retry",
            "/api/summary",
            "/api/sync/%s",
            "/api/%s",
            "/orders/us/%s",
            "/",
            "/%s",
            "/actuator/%s");
    private static final List<String> PARAMETERS = List.of(
            "state",
            "status",
            "account",
            "number",
            "buyer",
            "from",
            "to",
            "minTotal",
            "maxTotal",
            "sort",
            "page",
            "size");
    private static final List<String> RAW =
            List.of("%00", "%zz", "%", "..%2f", ";jsessionid=1", "%c0%af", "//", "[]{}|");
    private static final List<String> BODIES =
            List.of("", "{", "[[[[", "a=1&b=%zz", "\u0000", "{\"a\":" + "[".repeat(5000));
    private static final List<String> TYPES =
            List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data", "text/%$", "");

    @Property(tries = 150, seed = "20261129")
    void isNeverBroughtDownByARequest(@ForAll long seed) throws IOException {
        Random random = new Random(seed);

        String answer = send(request(random));

        String status = answer.lines().findFirst().orElse("closed");
        assertThat(status).doesNotContain(" 500 ").doesNotContain(" 502 ").doesNotContain(" 503 ");
        assertThat(answer).doesNotContain("\tat ").doesNotContain("Exception").doesNotContain("org.springframework");
    }

    private static String request(Random random) {
        String body = pick(random, BODIES);
        String line = pick(random, METHODS) + " " + path(random) + query(random) + " HTTP/1.1\r\n";
        String login = Base64.getEncoder().encodeToString("operator:secret".getBytes(StandardCharsets.UTF_8));
        return line + "Host: localhost\r\nConnection: close\r\n"
                + (random.nextInt(5) == 0 ? "Authorization: Basic !!!\r\n" : "Authorization: Basic " + login + "\r\n")
                + (random.nextBoolean() ? "Content-Type: " + pick(random, TYPES) + "\r\n" : "")
                + (random.nextInt(5) == 0 ? "Accept: image/png\r\n" : "")
                + (random.nextInt(8) == 0 ? "X-Long: " + "y".repeat(9_000) + "\r\n" : "")
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private static String path(Random random) {
        String path = pick(random, PATHS);
        while (path.contains("%s")) {
            int at = path.indexOf("%s");
            path = path.substring(0, at) + value(random) + path.substring(at + 2);
        }
        return path;
    }

    private static String query(Random random) {
        StringBuilder query = new StringBuilder("?");
        for (int i = random.nextInt(4); i > 0; i--) {
            query.append(pick(random, PARAMETERS))
                    .append('=')
                    .append(value(random))
                    .append('&');
        }
        return query.toString();
    }

    private static String value(Random random) {
        if (random.nextInt(4) == 0) {
            return pick(random, RAW);
        }
        String text = pick(random, HostileOrders.texts());
        String some = text.codePointCount(0, text.length()) > 300 ? text.substring(0, 300) : text;
        return URLEncoder.encode(some, StandardCharsets.UTF_8);
    }

    private static String send(String request) throws IOException {
        URI hub = URI.create(HubWorld.shared().hubUrl());
        try (Socket socket = new Socket(hub.getHost(), hub.getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String pick(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
