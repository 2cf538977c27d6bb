package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.AttentionGroup;
import io.fulfillmenthub.ledger.Cause;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.ReasonCode;
import java.time.Instant;
import java.util.List;

/**
 * One reason why work is parked, with its subjects, as the page Needs attention shows it.
 *
 * @param reason the reason
 * @param size how much is parked for it
 * @param groups its subjects, the largest first
 * @param more how many subjects are not among them
 */
record ParkedCause(ReasonCode reason, long size, List<Group> groups, long more) {

    /**
     * One subject.
     *
     * @param cause what names it in addresses
     * @param quantity such as {@code 41 orders}
     * @param sentence what happened
     * @param since when the first was parked
     * @param example the first order
     * @param retryable whether a retry may help: hand-overs are replayed, cancellations are asked for again
     * @param remedy the form that mends the whole group, null for other causes
     */
    record Group(
            Cause cause,
            String quantity,
            String sentence,
            Instant since,
            OrderKey example,
            boolean retryable,
            Remedy remedy) {

        static Group of(AttentionGroup group) {
            return new Group(
                    group.cause(),
                    Quantity.of(group.size(), group.kind()),
                    group.sentence(),
                    group.since(),
                    group.example(),
                    !group.kind().startsWith("hand-over") && !group.kind().equals("cancellation"),
                    Remedy.of(group));
        }

        /** @return what is asked before they are retried */
        public String question() {
            return "Try " + quantity + " again now, with all attempts back?";
        }
    }

    /** @param groups the groups of one reason, not empty */
    static ParkedCause of(List<AttentionGroup> groups) {
        AttentionGroup first = groups.get(0);
        return new ParkedCause(
                first.reason(),
                first.reasonSize(),
                groups.stream().map(Group::of).toList(),
                first.reasonGroups() - groups.size());
    }

    /** @return what is asked before all of them are retried */
    public String question() {
        return "Try all " + size + " again now, with all attempts back?";
    }

    public String nextStep() {
        return reason.nextStep();
    }

    /** @return whether a retry may help all of them */
    public boolean retryable() {
        return groups.stream().allMatch(Group::retryable);
    }

    /** @return the page of this console that mends it, null when it is mended elsewhere or order by order */
    public Remedy remedy() {
        return Remedy.of(reason);
    }
}
