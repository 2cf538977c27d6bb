package io.fulfillmenthub.telemetry;

import io.fulfillmenthub.order.RemoteCall;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Times every HTTP exchange with Amazon and Commerce, by operation and outcome: {@code hub.remote.calls}; while traces are
 * wanted each is a span as well.
 */
@Component
class RemoteCalls implements RoutePolicyFactory {

    private static final String CALL = "HubRemoteCall";
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };
    private static final Map<String, Function<Exchange, RemoteAnswer>> ROUTES =
            Map.of("amazon-exchange", RemoteAnswer::ofAmazon, "commerce-exchange", RemoteAnswer::ofCommerce);

    private final MeterRegistry registry;
    private final OrderSpans spans;

    RemoteCalls(MeterRegistry registry, ObjectProvider<Tracer> tracer) {
        this.registry = registry;
        this.spans = tracer.stream().map(OrderSpans::new).findFirst().orElse(null);
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        Function<Exchange, RemoteAnswer> answer = ROUTES.get(routeId);
        return answer == null ? null : new Timed(answer);
    }

    private final class Timed extends RoutePolicySupport {

        private final Function<Exchange, RemoteAnswer> answer;

        Timed(Function<Exchange, RemoteAnswer> answer) {
            this.answer = answer;
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            Object found = exchange.getMessage().getBody() instanceof RemoteCall body
                    ? body
                    : exchange.getVariable("commerceCall");
            if (found instanceof RemoteCall call) {
                exchange.setProperty(CALL, new Started(call, System.nanoTime()));
                if (spans != null) {
                    begin(call, route, exchange);
                }
            }
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            if (exchange.removeProperty(CALL) instanceof Started started) {
                RemoteAnswer received = answer.apply(exchange);
                record(started, received);
                if (spans != null) {
                    spans.of(exchange, route.getRouteId()).ifPresent(span -> describe(span, received));
                    spans.end(exchange, route.getRouteId());
                }
            }
        }
    }

    private void record(Started started, RemoteAnswer answer) {
        Timer.builder("hub.remote.calls")
                .description("HTTP exchanges with Amazon and Commerce")
                .tag("side", started.call().side())
                .tag("operation", started.call().operationName())
                .tag("outcome", answer.outcome().label())
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(System.nanoTime() - started.nanos(), TimeUnit.NANOSECONDS);
    }

    private void begin(RemoteCall call, Route route, Exchange exchange) {
        spans.begin(exchange, route.getRouteId(), call.side() + " " + call.operationName(), SpanKind.CLIENT)
                .setAttribute("hub.side", call.side())
                .setAttribute("hub.operation", call.operationName());
    }

    private static void describe(Span span, RemoteAnswer answer) {
        span.setAttribute("hub.outcome", answer.outcome().label());
        if (answer.status() > 0) {
            span.setAttribute("http.response.status_code", answer.status());
        }
        if (answer.outcome() != RemoteOutcome.SUCCESS) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    private record Started(RemoteCall call, long nanos) {}
}
