package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.LaneReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How one remote side fares.
 *
 * @param name Amazon or Commerce
 * @param lanes what of it is in use, by name
 */
record RemoteSide(String name, List<Lane> lanes) {

    /**
     * One way to the side.
     *
     * @param name such as {@code amazon-orders/us}
     * @param lastSuccess when it last came to its end, null before
     * @param failingSince since when it fails, null while it works
     * @param error what failed, null while it works
     * @param nextStep what to do about it, null when it goes on by itself
     */
    record Lane(String name, Instant lastSuccess, Instant failingSince, String error, String nextStep) {

        static Lane of(LaneReport.Lane lane) {
            return new Lane(
                    lane.name(),
                    lane.lastSuccess().orElse(null),
                    lane.failingSince().orElse(null),
                    lane.failingSince()
                            .map(since -> concerned(lane.name()) + ": "
                                    + lane.lastError().orElse("out of order"))
                            .orElse(null),
                    lane.failingSince()
                            .flatMap(since -> lane.reason())
                            .map(reason -> reason.nextStep())
                            .orElse(null));
        }

        private static String concerned(String lane) {
            int account = lane.indexOf('/');
            return account < 0 ? "Commerce" : "Account " + lane.substring(account + 1);
        }

        public boolean failing() {
            return failingSince != null;
        }
    }

    /** How a side fares. */
    enum State {
        /** Nothing was asked of it yet. */
        UNKNOWN,
        /** Everything works. */
        UP,
        /** A part of it fails. */
        PARTLY_DOWN,
        /** All of it fails. */
        DOWN
    }

    public State state() {
        if (lanes.stream().noneMatch(Lane::failing)) {
            return lastSuccess() == null ? State.UNKNOWN : State.UP;
        }
        return lanes.stream().allMatch(Lane::failing) ? State.DOWN : State.PARTLY_DOWN;
    }

    /** @return since when something of it fails, null while all of it works */
    public Instant failingSince() {
        return lanes.stream()
                .map(Lane::failingSince)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** @return when anything of it last worked, null before */
    public Instant lastSuccess() {
        return lanes.stream()
                .map(Lane::lastSuccess)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** @return what of it fails */
    public List<Lane> failing() {
        return lanes.stream().filter(Lane::failing).toList();
    }
}
