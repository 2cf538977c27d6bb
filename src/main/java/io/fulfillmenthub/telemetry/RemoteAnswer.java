package io.fulfillmenthub.telemetry;

import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RemoteFailure;
import io.fulfillmenthub.order.RetryableException;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * What came back of a call, as its route leaves it.
 *
 * @param status the HTTP status, 0 without an answer
 * @param outcome what that means
 */
record RemoteAnswer(int status, RemoteOutcome outcome) {

    /** Amazon's answers are judged by later routes: only the status is known here. */
    static RemoteAnswer ofAmazon(Exchange exchange) {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        boolean usable = exchange.getException() == null && status >= 200 && status < 300;
        return new RemoteAnswer(status, RemoteOutcome.of(status, usable));
    }

    /** The route that calls Commerce judges the answer itself. */
    static RemoteAnswer ofCommerce(Exchange exchange) {
        Exception problem = exchange.getException();
        int status = problem == null
                ? received(exchange)
                : failure(problem).map(RemoteFailure::status).orElse(0);
        return new RemoteAnswer(status, RemoteOutcome.of(status, problem == null));
    }

    private static int received(Exchange exchange) {
        Map<?, ?> headers = exchange.getVariable("header:commerceHttp", Map.class);
        return headers != null && headers.get(Exchange.HTTP_RESPONSE_CODE) instanceof Integer status ? status : 0;
    }

    private static Optional<RemoteFailure> failure(Exception problem) {
        if (problem instanceof RetryableException retryable) {
            return retryable.failure();
        }
        return problem instanceof RejectedException rejected ? rejected.failure() : Optional.empty();
    }
}
