package io.fulfillmenthub.telemetry;

import io.fulfillmenthub.order.RemoteCall;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
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
import org.springframework.stereotype.Component;

/** Times every HTTP exchange with Amazon and Commerce, by operation and outcome: {@code hub.remote.calls}. */
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

    RemoteCalls(MeterRegistry registry) {
        this.registry = registry;
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
            Object call = exchange.getMessage().getBody() instanceof RemoteCall body
                    ? body
                    : exchange.getVariable("commerceCall");
            if (call instanceof RemoteCall known) {
                exchange.setProperty(CALL, new Started(known, System.nanoTime()));
            }
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            if (exchange.removeProperty(CALL) instanceof Started started) {
                record(started, answer.apply(exchange));
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

    private record Started(RemoteCall call, long nanos) {}
}
