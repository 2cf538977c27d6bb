package io.fulfillmenthub.ledger;

/** What became of an operator's wish to retry an order. */
public enum RetryAnswer {
    SCHEDULED("The hub tries the order again now."),
    BEING_WORKED_ON("The hub is working on this order right now; wait for the result before asking for a retry."),
    FINISHED("This order is finished: completed and cancelled orders are not retried."),
    IN_COMMERCE("This order is in Commerce already: correct its address there."),
    UNREADABLE("Amazon's data of this order could not be read; it goes on when Amazon sends it again."),
    UNKNOWN("The hub does not know this order; check the account and Amazon's order number.");

    private final String sentence;

    RetryAnswer(String sentence) {
        this.sentence = sentence;
    }

    /** @return the answer for people */
    public String sentence() {
        return sentence;
    }
}
