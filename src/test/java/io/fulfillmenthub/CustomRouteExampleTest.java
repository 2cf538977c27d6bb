package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example in routes/custom/examples, run against an ERP that speaks HTTP. */
class CustomRouteExampleTest {

    private static final Path EXAMPLE = Path.of("routes", "custom", "examples", "erp-http.camel.yaml");

    private final AtomicReference<String> received = new AtomicReference<>("");
    private int answer = 200;
    private HttpServer erp;

    @BeforeEach
    void startErp() throws IOException {
        erp = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        erp.createContext("/orders", call -> {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.set(
                    call.getRequestMethod() + " " + call.getRequestHeaders().getFirst("Content-Type") + " "
                            + call.getRequestHeaders().getFirst("Idempotency-Key") + " " + body);
            call.sendResponseHeaders(answer, -1);
            call.close();
        });
        erp.start();
    }

    @AfterEach
    void stopErp() {
        erp.stop(0);
    }

    @Test
    void postsTheOrderWithItsIdentity() throws Exception {
        Exchange exchange = handOver("{\"amazonOrderId\":\"111-2222222-3333333\"}");
        assertThat(exchange.getException()).isNull();
        assertThat(received.get())
                .isEqualTo(
                        "POST application/json order-imported:us/111-2222222-3333333 {\"amazonOrderId\":\"111-2222222-3333333\"}");
    }

    @Test
    void failsWhenTheErpRefusesSoThatTheHubTriesAgain() throws Exception {
        answer = 503;
        assertThat(handOver("{}").getException()).isNotNull().isNotInstanceOf(FailedToCreateRouteException.class);
    }

    private Exchange handOver(String body) throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getPropertiesComponent()
                    .addInitialProperty(
                            "erp.url", "http://127.0.0.1:" + erp.getAddress().getPort() + "/orders");
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.resolveResource(camel, "file:" + EXAMPLE));
            camel.start();
            return camel.createFluentProducerTemplate()
                    .to("direct:erp")
                    .withHeader("HubEventId", "order-imported:us/111-2222222-3333333")
                    .withBody(body)
                    .send();
        }
    }
}
