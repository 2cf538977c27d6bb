package io.fulfillmenthub.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.QuotaExhaustedException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The connector's routes in a Camel context of their own, below a global policy like the hub's. */
final class AmazonRoutes implements AutoCloseable {

    private static final String GLOBAL_POLICY = """
            - routeConfiguration:
                id: policy
                onException:
                  - onException:
                      exception: [java.lang.Throwable]
                      redeliveryPolicy: {maximumRedeliveries: 3, redeliveryDelay: "1"}
                      handled: {constant: {expression: "true"}}
                      steps:
                        - setBody: {constant: {expression: handled by the global policy}}
            """;

    final TestClock clock = new TestClock();
    final AmazonTokens tokens;
    final OpenQuotas quotas;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate sender;

    AmazonRoutes(AmazonSettings settings) throws Exception {
        this(settings, Duration.ofSeconds(20), null);
    }

    AmazonRoutes(AmazonSettings settings, Duration patience, AmazonTokens known) throws Exception {
        tokens = known == null ? new AmazonTokens(settings, settings::account, clock) : known;
        quotas = new OpenQuotas(settings);
        camel.getRegistry().bind("amazonTokens", tokens);
        camel.getRegistry().bind("amazonCalls", new AmazonCalls(quotas));
        camel.getRegistry().bind("amazonGate", new AmazonGate(request -> {}));
        camel.getRegistry().bind("amazonHttp", new AmazonHttp(settings));
        camel.getRegistry().bind("amazonOrders", new AmazonOrders(settings));
        camel.getRegistry().bind("amazonShipments", new AmazonShipments(settings));
        HttpComponent http = camel.getComponent("http", HttpComponent.class);
        http.setAutomaticRetriesDisabled(true);
        http.setResponseTimeout(patience.toMillis());
        http.setSoTimeout(patience.toMillis());
        load(ResourceHelper.fromString("policy.camel.yaml", GLOBAL_POLICY));
        for (String file : List.of("amazon", "amazon-call", "amazon-exchange")) {
            Path path = Path.of("routes", "connectors", file + ".camel.yaml").toAbsolutePath();
            load(ResourceHelper.resolveResource(camel, "file:" + path));
        }
        camel.start();
        sender = camel.createProducerTemplate();
    }

    private void load(org.apache.camel.spi.Resource resource) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
    }

    Exchange send(String route, Object body, String header, Object value) {
        return sender.send("direct:" + route, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(header, value);
            exchange.setVariable("due", "kept");
        });
    }

    <T> T ask(String route, Object question, Class<T> answer) {
        Exchange exchange = send(route, question, "HubOrderId", "us/1");
        assertThat(exchange.getException()).isNull();
        return answer.cast(exchange.getMessage().getBody());
    }

    <T extends RuntimeException> T fail(String route, Object question, Class<T> failure) {
        Exchange exchange = send(route, question, "HubOrderId", "us/1");
        assertThat(exchange.getException()).isInstanceOf(failure);
        return failure.cast(exchange.getException());
    }

    void search() {
        ask("amazon-order-search", AmazonFixtures.SEARCH, Object.class);
    }

    @Override
    public void close() throws Exception {
        camel.close();
    }

    /** Quotas without a database. */
    static final class OpenQuotas extends AmazonQuotas {

        final List<String> taken = new CopyOnWriteArrayList<>();
        final List<String> learnt = new CopyOnWriteArrayList<>();
        final List<String> refused = new CopyOnWriteArrayList<>();
        volatile boolean exhausted;

        OpenQuotas(AmazonSettings settings) {
            super(null, settings);
        }

        @Override
        public void take(String accountId, AmazonOperation operation, double reserve) {
            if (exhausted) {
                throw new QuotaExhaustedException(operation.id(), Duration.ofSeconds(5));
            }
            taken.add(operation.id());
        }

        @Override
        public void learn(String accountId, AmazonOperation operation, String requestsPerSecond) {
            learnt.add(operation.id() + " " + requestsPerSecond);
        }

        @Override
        public Duration refused(String accountId, AmazonOperation operation) {
            refused.add(operation.id());
            return Duration.ofSeconds(7);
        }
    }

    /** A clock that a test moves. */
    static final class TestClock extends Clock {

        private volatile Instant now = Instant.parse("2026-10-01T00:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
