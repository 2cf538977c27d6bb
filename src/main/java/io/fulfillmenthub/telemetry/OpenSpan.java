package io.fulfillmenthub.telemetry;

import io.fulfillmenthub.order.OrderKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.slf4j.MDC;

/**
 * A span that has begun; until it ends, the log lines of its thread carry its ids.
 *
 * @param routeId the route that it tells of
 * @param span the span
 * @param thread the thread it began in
 * @param key the order it is about, null when it is about none
 * @param parent the span around it, null for the outermost
 */
record OpenSpan(String routeId, Span span, Thread thread, OrderKey key, OpenSpan parent) {

    private static final String TRACE_ID = "traceId";
    private static final String SPAN_ID = "spanId";

    static OpenSpan of(String routeId, Span span, OrderKey key, OpenSpan parent) {
        name(span);
        return new OpenSpan(routeId, span, Thread.currentThread(), key, parent);
    }

    void end() {
        if (thread == Thread.currentThread()) {
            MDC.remove(TRACE_ID);
            MDC.remove(SPAN_ID);
            if (parent != null && parent.thread == thread) {
                name(parent.span);
            }
        }
        span.end();
    }

    private static void name(Span span) {
        SpanContext context = span.getSpanContext();
        MDC.put(TRACE_ID, context.getTraceId());
        MDC.put(SPAN_ID, context.getSpanId());
    }
}
