package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fulfillmenthub.order.RetryableException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimLimitTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final List<String> received = new ArrayList<>();
    private HttpServer server;
    private CloseableHttpClient client;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().get(ClaimLimit.CLAIMED_AT));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        client = HttpClients.custom()
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(),
                        "claim-limit",
                        new ClaimLimit(LEASE, Clock.fixed(NOW, ZoneOffset.UTC)))
                .build();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.stop(0);
    }

    @Test
    void aYoungClaimMayChangeThingsAndTheOtherSideIsNotToldOfIt() throws IOException {
        send(new HttpPost(url()), LEASE.dividedBy(2).minusMillis(1));

        assertThat(received).containsExactly("POST null");
    }

    @Test
    void whatBelongsToNoClaimMayChangeThings() throws IOException {
        send(new HttpPost(url()), null);

        assertThat(received).containsExactly("POST null");
    }

    @Test
    void anOldClaimChangesNothingButMayRead() throws IOException {
        assertThatThrownBy(() -> send(new HttpPost(url()), LEASE.dividedBy(2)))
                .isInstanceOf(RetryableException.class)
                .hasMessageStartingWith("Nothing was sent");
        send(new HttpGet(url()), LEASE);

        assertThat(received).containsExactly("GET null");
    }

    private void send(HttpUriRequestBase request, Duration age) throws IOException {
        if (age != null) {
            request.addHeader(ClaimLimit.CLAIMED_AT, NOW.minus(age).toEpochMilli());
        }
        client.execute(request, response -> response.getCode());
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }
}
