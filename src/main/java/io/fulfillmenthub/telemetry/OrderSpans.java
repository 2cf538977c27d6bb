package io.fulfillmenthub.telemetry;

import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.Work;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * The spans that an exchange has open, one inside the other. They say which order, which route and which call, and of a
 * failure its kind: never a message, a body or an address.
 */
final class OrderSpans {

    static final String ORDER = "hub.order.id";
    static final String ACCOUNT = "hub.account.id";
    private static final String OPEN = "HubSpan";
    private static final String ORDER_HEADER = "HubOrderId";

    private final Tracer tracer;

    OrderSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** @return whether the exchange is about an order, or part of what has a span already */
    boolean tells(Exchange exchange) {
        return open(exchange) != null || key(exchange, null) != null;
    }

    /** Opens a span inside the one that is open. */
    Span begin(Exchange exchange, String routeId, String name, SpanKind kind) {
        OpenSpan parent = open(exchange);
        OrderKey key = key(exchange, parent);
        SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(kind).setAttribute("hub.route.id", routeId);
        builder.setParent(parent == null ? Context.root() : Context.root().with(parent.span()));
        if (key != null) {
            builder.setAttribute(ACCOUNT, key.accountId()).setAttribute(ORDER, key.amazonOrderId());
        }
        Span span = builder.startSpan();
        exchange.setProperty(OPEN, OpenSpan.of(routeId, span, key, parent));
        return span;
    }

    /** @return the span that this route opened, for what is known only at its end */
    Optional<Span> of(Exchange exchange, String routeId) {
        return Optional.ofNullable(open(exchange))
                .filter(open -> open.routeId().equals(routeId))
                .map(OpenSpan::span);
    }

    /** Closes the span of the route; one that failed names the kind of the failure. */
    void end(Exchange exchange, String routeId) {
        OpenSpan open = open(exchange);
        if (open == null || !open.routeId().equals(routeId)) {
            return;
        }
        problem(exchange).ifPresent(problem -> fail(open.span(), problem));
        open.end();
        exchange.setProperty(OPEN, open.parent());
    }

    private static void fail(Span span, Throwable problem) {
        span.setAttribute("error.type", problem.getClass().getSimpleName());
        if (problem instanceof RejectedException rejected) {
            span.setAttribute("hub.reason", rejected.reason().name());
        }
        span.setStatus(StatusCode.ERROR);
    }

    /** What went wrong, even if the error policy has dealt with it. */
    private static Optional<Throwable> problem(Exchange exchange) {
        if (exchange.getException() != null) {
            return Optional.of(exchange.getException());
        }
        return exchange.getExchangeExtension().isFailureHandled()
                ? Optional.ofNullable(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                : Optional.empty();
    }

    private static OpenSpan open(Exchange exchange) {
        return exchange.getProperty(OPEN) instanceof OpenSpan open ? open : null;
    }

    private static OrderKey key(Exchange exchange, OpenSpan parent) {
        if (exchange.getMessage().getBody() instanceof Work work) {
            return work.key();
        }
        if (parent != null && parent.key() != null) {
            return parent.key();
        }
        String header = exchange.getMessage().getHeader(ORDER_HEADER, String.class);
        int slash = header == null ? -1 : header.lastIndexOf('/');
        return slash < 1 || slash == header.length() - 1
                ? null
                : new OrderKey(header.substring(0, slash), header.substring(slash + 1));
    }
}
