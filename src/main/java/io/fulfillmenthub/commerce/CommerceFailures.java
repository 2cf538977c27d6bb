package io.fulfillmenthub.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import io.fulfillmenthub.order.AnswerTooLargeException;
import io.fulfillmenthub.order.OutcomeUnknownException;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RemoteFailure;
import io.fulfillmenthub.order.RetryableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** What a call's failure means: try again, look first, or park. */
final class CommerceFailures {

    private static final String NO_ROUTE = "Request does not match any route.";

    /** @return the exception for a call that got no answer: whether the request may have arrived decides */
    RuntimeException unreachable(CommerceCall call, IOException cause) {
        String kind = cause instanceof AnswerTooLargeException
                ? cause.getMessage()
                : cause.getClass().getSimpleName();
        RemoteFailure failure = failure(call, 0, cause.getClass().getSimpleName(), "No answer from Commerce", null);
        if (call.changing() && !neverSent(cause)) {
            return new OutcomeUnknownException(
                    "Commerce's answer to " + call.operation() + " was lost: " + kind, failure, cause);
        }
        return new RetryableException(
                "Commerce cannot be reached for " + call.operation() + ": " + kind, failure, cause);
    }

    /** @return the exception for an answer of status 2xx that is no JSON, or ends too soon */
    RuntimeException unreadable(CommerceCall call, int status) {
        return broken(call, failure(call, status, "unreadable", "The answer is no complete JSON", null));
    }

    /**
     * Judges an answer that is no success.
     *
     * @param body the answer, a missing node when it was no JSON
     * @param retryAfter what Commerce asks to wait, null when it does not say
     */
    RuntimeException refused(CommerceCall call, int status, JsonNode body, Duration retryAfter) {
        CommerceMessage message = new CommerceMessage(body, call.personal());
        String text = message.given() ? message.sentence() : "An answer that is not Commerce's own";
        RemoteFailure failure = failure(call, status, String.valueOf(status), text, message.reportId());
        if (status == 429 || status == 408) {
            return new RetryableException(
                    "Commerce is too busy for " + call.operation() + " (" + status + ")", failure, retryAfter, null);
        }
        if (status >= 500) {
            return broken(call, failure);
        }
        if (status == 401) {
            return new RejectedException(ReasonCode.COMMERCE_UNAUTHORISED, unauthorised(call, message, text), failure);
        }
        return rejected(call, message, failure);
    }

    /** @return the exception for a refused token that was replaced meanwhile */
    RuntimeException renewed(CommerceCall call) {
        return new RetryableException(
                "The access token expired before " + call.operation(),
                failure(call, 401, "401", "The access token expired", null),
                Duration.ZERO,
                null);
    }

    private static RuntimeException broken(CommerceCall call, RemoteFailure failure) {
        String text = "Commerce failed at " + call.operation() + " (" + failure.status() + "): " + failure.message();
        return call.changing()
                ? new OutcomeUnknownException(text, failure, (Throwable) null)
                : new RetryableException(text, failure, (Throwable) null);
    }

    private static RuntimeException rejected(CommerceCall call, CommerceMessage message, RemoteFailure failure) {
        if (happened(call, message)) {
            return new OutcomeUnknownException(
                    "Commerce has done " + call.operation() + " before: " + failure.message(), failure, Duration.ZERO);
        }
        if (failure.status() < 400 || message.startsWith(NO_ROUTE) || !message.given()) {
            return new RejectedException(
                    ReasonCode.COMMERCE_REFUSED,
                    "Commerce's REST API does not answer " + call.operation() + " (" + failure.status()
                            + "); check commerce.base-url and what stands in front of the shop",
                    failure);
        }
        return new RejectedException(
                reason(call, message), "Commerce refuses " + call.operation() + ": " + failure.message(), failure);
    }

    /** Refusals that say the thing exists already: the next attempt finds it. */
    private static boolean happened(CommerceCall call, CommerceMessage message) {
        return switch (call.operation()) {
            case CommerceOrders.CREATE -> message.startsWith("Unique constraint violation found");
            case CommerceOrders.INVOICE -> message.startsWith("Invoice Document Validation Error(s)");
            case CommerceCustomers.CREATE ->
                message.startsWith("A customer with the same email address already exists");
            default -> false;
        };
    }

    private static ReasonCode reason(CommerceCall call, CommerceMessage message) {
        if (CommerceCustomers.CREATE.equals(call.operation())) {
            return ReasonCode.CUSTOMER_REFUSED;
        }
        if (CommerceOrders.STATUS.equals(call.operation())) {
            return ReasonCode.STATUS_REFUSED;
        }
        boolean address =
                message.startsWith("We can't save the address") || message.startsWith("Email has a wrong format");
        return address ? ReasonCode.ADDRESS_REFUSED : ReasonCode.COMMERCE_REFUSED;
    }

    private static String unauthorised(CommerceCall call, CommerceMessage message, String text) {
        return message.resources().isEmpty()
                ? "Commerce does not accept the credentials for " + call.operation() + ": " + text
                : "Commerce does not accept the access token, or its integration lacks the resource "
                        + message.resources();
    }

    private static boolean neverSent(IOException cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof ConnectionRequestTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException;
    }

    private static RemoteFailure failure(CommerceCall call, int status, String code, String message, String id) {
        return new RemoteFailure("commerce", call.accountId(), call.operation(), status, code, message, id);
    }
}
