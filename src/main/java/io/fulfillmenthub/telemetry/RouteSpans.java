package io.fulfillmenthub.telemetry;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A span for every route that an order, a parcel or a poll walks through; none at all while no traces are wanted. */
@Component
class RouteSpans implements RoutePolicyFactory {

    /** These begin without an order. */
    private static final Set<String> POLLS = Set.of("order-poll", "order-sweep", "shipment-poll");

    /** The plumbing of a call, whose exchange has a span of its own: {@link RemoteCalls}. */
    private static final Set<String> PLUMBING = Set.of(
            "amazon-call",
            "amazon-send",
            "amazon-attempt",
            "amazon-token",
            "amazon-http",
            "amazon-exchange",
            "commerce-call",
            "commerce-exchange");

    private final OrderSpans spans;

    RouteSpans(ObjectProvider<Tracer> tracer) {
        this.spans = tracer.stream().map(OrderSpans::new).findFirst().orElse(null);
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        boolean called = route instanceof RouteDefinition definition
                && definition.getInput().getEndpointUri().startsWith("direct:");
        return spans == null || !called || PLUMBING.contains(routeId) ? null : new Traced();
    }

    private final class Traced extends RoutePolicySupport {

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            String id = route.getRouteId();
            if (POLLS.contains(id) || spans.tells(exchange)) {
                spans.begin(exchange, id, id, SpanKind.INTERNAL);
            }
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            spans.end(exchange, route.getRouteId());
        }
    }
}
