package io.fulfillmenthub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A user of the console who is logged in and looks at the clock. */
final class ConsoleVisitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String url;

    ConsoleVisitor(String url) {
        this.url = url;
        Matcher token = TOKEN.matcher(read("/login"));
        assertThat(token.find()).isTrue();
        String form =
                "username=operator&password=secret&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        assertThat(send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(302);
    }

    /** @return the page, which must have been answered with success */
    String read(String path) {
        HttpResponse<String> answer = send(get(path), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** @return how long it took until the whole page was there */
    Duration timeOf(String path) {
        long begin = System.nanoTime();
        read(path);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** @return how long it took until the page began to come; the rest is not waited for */
    Duration timeToFirstByteOf(String path) {
        long begin = System.nanoTime();
        try (InputStream body = send(get(path), BodyHandlers.ofInputStream()).body()) {
            assertThat(body.read()).as(path).isPositive();
            return Duration.ofNanos(System.nanoTime() - begin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).build();
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
