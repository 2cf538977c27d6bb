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
 * @param remedy where it is mended at once, null when {@code more} leads there
 * @param more where more of it is seen
 */
record Concern(String size, String sentence, String nextStep, Instant since, Remedy remedy, Remedy more) {

    /** @return that work is parked for one cause */
    static Concern of(AttentionGroup group) {
        return new Concern(
                Quantity.of(group.size(), group.kind()),
                group.sentence(),
                group.reason().nextStep().equals(group.sentence())
                        ? null
                        : group.reason().nextStep(),
                group.since(),
                Remedy.of(group),
                new Remedy("/attention#" + group.cause(), "Show"));
    }

    /** @return that the polls of a seller account fail */
    static Concern ofAmazon(RemoteSide.Lane lane) {
        String link = "/accounts#account-" + lane.name().substring(lane.name().indexOf('/') + 1);
        return lane.nextStep() == null
                ? of(lane, new Remedy(link, "Show"))
                : new Concern(
                        null, lane.error(), lane.nextStep(), lane.failingSince(), new Remedy(link, "Authorise"), null);
    }

    /** @return that a poll of Commerce fails */
    static Concern ofCommerce(RemoteSide.Lane lane) {
        return of(lane, new Remedy("/errors", "Show"));
    }

    private static Concern of(RemoteSide.Lane lane, Remedy more) {
        return new Concern(null, lane.error(), lane.nextStep(), lane.failingSince(), null, more);
    }

    /** @return that orders are past their latest ship time */
    static Concern late(long orders, Instant now) {
        return new Concern(
                Quantity.of(orders, "order"),
                "Past the latest ship time, and not shipped at Amazon",
                "Ship them or cancel them: Amazon counts late shipments.",
                null,
                null,
                new Remedy("/orders?shipBy=" + now.truncatedTo(ChronoUnit.MINUTES) + "&sort=ship_by", "Show"));
    }

    /** @return that there are more causes than those shown */
    static Concern more(long causes) {
        return new Concern(
                null, Quantity.of(causes, "more cause"), null, null, null, new Remedy("/attention", "Show all"));
    }

    /** @return that a file of the user's routes does not run */
    static Concern leftOut(CustomRouteFile file) {
        String sentence = file.file() + " is left out: " + file.problem();
        return new Concern(null, sentence, null, null, null, new Remedy("/routes", "Show"));
    }
}
