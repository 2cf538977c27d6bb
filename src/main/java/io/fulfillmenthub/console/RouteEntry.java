package io.fulfillmenthub.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One route as it runs.
 *
 * @param id its id
 * @param description what it does
 * @param file where it is written, null when it is made by the hub
 * @param template whether it is made from a template
 * @param from where its messages come from
 * @param steps its steps, as they are nested
 * @param state Started, Stopped or Suspended
 * @param numbers what it did since the start
 */
public record RouteEntry(
        String id,
        String description,
        String file,
        boolean template,
        String from,
        List<Step> steps,
        String state,
        Numbers numbers) {

    /**
     * One step of the picture.
     *
     * @param kind Camel's name of it, such as {@code bean} or {@code choice}
     * @param label what it does or whom it calls
     * @param calls the route it calls, null when it calls none
     * @param steps the steps inside it
     */
    public record Step(String kind, String label, String calls, List<Step> steps) {}

    /**
     * What Camel's management counts.
     *
     * @param total messages that went through
     * @param failed of which failed
     * @param inflight messages in it at this moment
     * @param mean how long one took on average, null before the first
     * @param last when the last one was done, null before the first
     */
    public record Numbers(long total, long failed, long inflight, Duration mean, Instant last) {}

    /** @return whether it takes messages */
    public boolean started() {
        return "Started".equals(state);
    }
}
