package io.fulfillmenthub.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import io.fulfillmenthub.order.AnswerTooLargeException;
import io.fulfillmenthub.order.OutcomeUnknownException;
import io.fulfillmenthub.order.PageTokenExpiredException;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RemoteFailure;
import io.fulfillmenthub.order.RetryableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** The judgement of calls that went wrong: try again, look first, or give up, with what Amazon said. */
final class AmazonFailures {

    private static final int LONGEST_MESSAGE = 300;
    private static final List<Class<? extends IOException>> NOTHING_SENT = List.of(
            ConnectException.class,
            UnknownHostException.class,
            NoRouteToHostException.class,
            SSLHandshakeException.class,
            ConnectTimeoutException.class,
            ConnectionRequestTimeoutException.class);

    /** What a buyer could be reached by; Amazon quotes what it does not like. */
    private static final Pattern PERSONAL = Pattern.compile("[^\\s\"'<>]+@[^\\s\"'<>]+|\\+\\d[\\d ()./-]{6,}\\d");

    private AmazonFailures() {}

    /** Judges an answer that is no success; 429 and Login with Amazon are judged elsewhere. */
    static RuntimeException refusal(AmazonCall call) {
        AmazonAnswer answer = call.answer();
        RemoteFailure failure = failure(call);
        if (answer.refusesToken()) {
            return new RejectedException(
                    ReasonCode.AMAZON_UNAUTHORISED,
                    "Amazon denies account " + call.accountId() + " the operation "
                            + call.operation().id() + ": " + failure.message(),
                    failure);
        }
        if (answer.foreign() || answer.status() < 400 || answer.status() == 408 || answer.status() >= 500) {
            return uncertain(call, failure, null);
        }
        if (answer.status() == 400 && call.query() != null && call.query().contains("paginationToken=")) {
            return new PageTokenExpiredException("Amazon no longer accepts the page token", failure);
        }
        return call.operation() == AmazonOperation.CONFIRM_SHIPMENT
                ? ConfirmRefusal.of(failure)
                : new RejectedException(
                        ReasonCode.AMAZON_REFUSED,
                        "Amazon refused " + call.operation().id() + ": " + failure.message(),
                        failure);
    }

    /** Judges a call that got no readable answer. */
    static RetryableException unanswered(AmazonCall call, IOException error) {
        RemoteFailure failure = new RemoteFailure(
                "amazon",
                call.accountId(),
                call.operation().id(),
                0,
                error.getClass().getSimpleName(),
                "No readable answer",
                null);
        if (NOTHING_SENT.stream().anyMatch(kind -> kind.isInstance(error))) {
            return new RetryableException(
                    "Amazon cannot be reached for " + call.operation().id(), failure, error);
        }
        if (error instanceof AnswerTooLargeException && call.operation().repeatable()) {
            return new RetryableException(
                    "Amazon's answer to " + call.operation().id() + " is not usable: " + error.getMessage(),
                    failure,
                    error);
        }
        return uncertain(call, failure, error);
    }

    static RetryableException uncertain(AmazonCall call, RemoteFailure failure, Throwable cause) {
        String operation = call.operation().id();
        return call.operation().repeatable()
                ? new RetryableException("Amazon gave no clear answer to " + operation, failure, cause)
                : new OutcomeUnknownException(
                        "Amazon gave no clear answer to " + operation + ": it may have happened", failure, cause);
    }

    /** @return what Amazon answered, without markup, e-mails and phones, and shortened */
    static RemoteFailure failure(AmazonCall call) {
        AmazonAnswer answer = call.answer();
        JsonNode first = answer.json() == null ? null : answer.json().at("/errors/0");
        return new RemoteFailure(
                "amazon",
                call.accountId(),
                call.operation().id(),
                answer.status(),
                first == null || first.isMissingNode() ? "HTTP " + answer.status() : code(first, answer.status()),
                message(answer),
                answer.requestId());
    }

    private static String code(JsonNode error, int status) {
        return shortened(error.path("code").asText("HTTP " + status));
    }

    private static String message(AmazonAnswer answer) {
        StringJoiner message = new StringJoiner("; ");
        if (answer.json() != null) {
            answer.json().path("errors").forEach(error -> {
                add(message, error.path("message").asText(""));
                add(message, error.path("details").asText(""));
            });
        }
        String without = answer.foreign() ? "The answer is no JSON of Amazon's API" : "HTTP " + answer.status();
        return message.length() == 0 ? without : shortened(message.toString());
    }

    private static void add(StringJoiner message, String text) {
        if (!text.isBlank()) {
            message.add(text);
        }
    }

    /** @return the text in one line without markup, e-mails and phones, at most 300 characters */
    static String shortened(String text) {
        String plain = PERSONAL.matcher(text)
                .replaceAll("…")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return plain.length() <= LONGEST_MESSAGE ? plain : plain.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
