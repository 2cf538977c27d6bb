package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Set;

/**
 * A misbehaviour to show to the next matching calls.
 *
 * @param side {@code amazon} or {@code commerce}
 * @param operation the name of the call, such as {@code confirm-shipment}, or {@code *} for every call of the side
 * @param status the status to answer, 500 unless given
 * @param body the body to answer, a JSON message unless given
 * @param contentType the media type of that body, JSON unless given
 * @param delayMillis how long to wait, in milliseconds
 * @param times how many calls to spoil, 1 unless given, negative for all until the faults are deleted
 * @param skip how many matching calls to let pass first
 */
public record Fault(
        String side,
        String operation,
        Kind kind,
        Integer status,
        String body,
        String contentType,
        long delayMillis,
        Integer times,
        int skip) {

    /** What happens to a spoiled call; the kinds with AFTER do the work first. */
    public enum Kind {
        @JsonProperty("status")
        STATUS,
        @JsonProperty("status-after")
        STATUS_AFTER,
        @JsonProperty("reset")
        RESET,
        @JsonProperty("reset-after")
        RESET_AFTER,
        @JsonProperty("hang")
        HANG,
        @JsonProperty("hang-after")
        HANG_AFTER,
        @JsonProperty("latency")
        LATENCY,
        @JsonProperty("truncate")
        TRUNCATE,
        @JsonProperty("hold")
        HOLD
    }

    public Fault {
        if (side == null || !Set.of("amazon", "commerce").contains(side)) {
            throw new IllegalArgumentException("side must be amazon or commerce");
        }
        if (kind == null) {
            throw new IllegalArgumentException(
                    "kind must be one of status, status-after, reset, reset-after, hang, hang-after, latency, truncate, hold");
        }
        operation = operation == null ? "*" : operation;
        status = status == null ? 500 : status;
        body = body == null ? "{\"message\":\"The sandbox was told to fail\"}" : body;
        contentType = contentType == null ? "application/json" : contentType;
        times = times == null ? 1 : times;
    }

    /** A fault for the next call of an operation. */
    public static Fault of(String side, String operation, Kind kind) {
        return new Fault(side, operation, kind, null, null, null, 0, 1, 0);
    }

    /** @return this fault with another answer; it matters to the kinds {@code STATUS} and {@code STATUS_AFTER} */
    public Fault answering(int answer, String mediaType, String text) {
        return new Fault(side, operation, kind, answer, text, mediaType, delayMillis, times, skip);
    }

    /** @return this fault with a waiting time, in whole milliseconds */
    public Fault delayed(Duration delay) {
        return new Fault(side, operation, kind, status, body, contentType, delay.toMillis(), times, skip);
    }

    /** @return this fault for that many calls, negative for all until the faults are deleted */
    public Fault times(int calls) {
        return new Fault(side, operation, kind, status, body, contentType, delayMillis, calls, skip);
    }

    /** @return this fault once that many matching calls have passed */
    public Fault skipping(int calls) {
        return new Fault(side, operation, kind, status, body, contentType, delayMillis, times, calls);
    }

    boolean matches(Call call) {
        return side.equals(call.side()) && (operation.equals("*") || operation.equals(call.operation()));
    }
}
