package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.AttentionGroup;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One thing that waits for a person, as the dashboard shows it.
 *
 * @param size how much is concerned, such as {@code 41 orders}; null when it cannot be counted
 * @param sentence what is wrong
 * @param nextStep what to do about it, null when the sentence says so
 * @param since since when, null when that is not known
 * @param link where it can be seen or mended
 * @param linkText what the link leads to
 */
record Concern(String size, String sentence, String nextStep, Instant since, String link, String linkText) {

    /** @return that work is parked for one cause */
    static Concern of(AttentionGroup group) {
        return new Concern(
                Quantity.of(group.size(), group.kind()),
                group.sentence(),
                group.reason().nextStep(),
                group.since(),
                "/attention#" + group.cause(),
                "Mend");
    }

    /** @return that a poll of a remote side fails */
    static Concern of(RemoteSide.Lane lane, String link) {
        return new Concern(null, lane.error(), lane.nextStep(), lane.failingSince(), link, "Look");
    }

    /** @return that orders are past their latest ship time */
    static Concern late(long orders, Instant now) {
        return new Concern(
                Quantity.of(orders, "order"),
                "Past the latest ship time, and not shipped at Amazon",
                "Ship them or cancel them: Amazon counts late shipments.",
                null,
                "/orders?shipBy=" + now.truncatedTo(ChronoUnit.MINUTES) + "&sort=ship_by",
                "Show them");
    }

    /** @return that there are more causes than those shown */
    static Concern more(long causes) {
        return new Concern(null, causes + " more causes", null, null, "/attention", "Show all");
    }

    /** @return that a file of the user's routes does not run */
    static Concern leftOut(CustomRouteFile file) {
        return new Concern(null, file.file() + " is left out: " + file.problem(), null, null, "/routes", "Look");
    }
}
