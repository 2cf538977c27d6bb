package io.fulfillmenthub.commerce;

import io.fulfillmenthub.order.OutgoingRequest;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** The connector's routes in a Camel context without Spring, next to a global error policy as the hub has one. */
final class CommerceRoutes implements AutoCloseable {

    private static final String GLOBAL_POLICY = """
            - routeConfiguration:
                onException:
                  - onException:
                      exception: [io.fulfillmenthub.order.RetryableException]
                      redeliveryPolicy: {maximumRedeliveries: "1", redeliveryDelay: "0"}
                      handled: {constant: {expression: "true"}}
                      steps:
                        - setBody: {expression: {constant: {expression: given up by the global policy}}}
                  - onException:
                      exception: [java.lang.Exception]
                      handled: {constant: {expression: "true"}}
                      steps:
                        - setBody: {expression: {constant: {expression: handled by the global policy}}}
            - route:
                from:
                  uri: direct:hub-step
                  steps:
                    - to: {uri: direct:commerce-order-get}
            """;

    private static final long PATIENT = 20_000;

    /** Every changing request that went out. */
    final List<OutgoingRequest> sent = new CopyOnWriteArrayList<>();

    private final DefaultCamelContext context = new DefaultCamelContext();

    CommerceRoutes(String baseUrl, Clock clock) throws Exception {
        this(baseUrl, clock, PATIENT);
    }

    CommerceRoutes(String baseUrl, Clock clock, long timeoutMillis) throws Exception {
        this(
                new CommerceSettings(baseUrl, "bearer", "token", null, null, null, null, null, null, null),
                new MockEnvironment(),
                clock,
                timeoutMillis);
    }

    /** The routes of a hub with such settings. */
    CommerceRoutes(Environment environment, Clock clock) throws Exception {
        this(Binder.get(environment).bind("commerce", CommerceSettings.class).get(), environment, clock, PATIENT);
    }

    private CommerceRoutes(CommerceSettings settings, Environment environment, Clock clock, long timeoutMillis)
            throws Exception {
        CommerceConfiguration beans = new CommerceConfiguration();
        Map.of(
                        "commerceAdjustments", beans.commerceAdjustments(),
                        "commerceGate", beans.commerceGate(settings, request -> sent.add(request.get())),
                        "commerceClient", beans.commerceClient(settings, environment, clock),
                        "commerceOrders", beans.commerceOrders(),
                        "commerceProducts",
                                beans.commerceProducts(
                                        CommerceExamples.accounts(), (account, sku) -> Optional.empty(), clock),
                        "commerceStock", beans.commerceStock(clock),
                        "commerceCustomers", beans.commerceCustomers(),
                        "commerceStores", beans.commerceStores(clock),
                        "commerceRegions", beans.commerceRegions(clock),
                        "commerceShipments", beans.commerceShipments())
                .forEach(context.getRegistry()::bind);
        context.setStartupSummaryLevel(StartupSummaryLevel.Off);
        HttpComponent http = context.getComponent("http", HttpComponent.class);
        http.setResponseTimeout(timeoutMillis);
        http.setAutomaticRetriesDisabled(true);
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("policy.yaml", GLOBAL_POLICY));
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of("routes", "connectors"), "commerce-*.camel.yaml")) {
            for (Path file : files) {
                PluginHelper.getRoutesLoader(context)
                        .loadRoutes(ResourceHelper.resolveResource(context, "file:" + file.toAbsolutePath()));
            }
        }
        context.start();
    }

    /** Calls a route as the hub's own routes do. */
    Exchange call(String route, Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader("HubOrderId", "us/" + CommerceExamples.ID);
        exchange.getMessage().setHeader("Secret", "leaks");
        exchange.setVariable("order", "kept");
        return context.createProducerTemplate().send("direct:" + route, exchange);
    }

    <T> T ask(String route, Object body, Class<T> type) {
        Exchange exchange = call(route, body);
        if (exchange.getException() != null) {
            throw new AssertionError(route + " failed", exchange.getException());
        }
        return type.cast(exchange.getMessage().getBody());
    }

    @Override
    public void close() {
        context.stop();
    }
}
