package io.fulfillmenthub.ledger;

/** What became of a merchant's wish to cancel an order at Amazon. */
public enum CancelAnswer {
    ASKED("Amazon is told to cancel the order; the history says what comes of it."),
    ASKED_BEFORE("Amazon is told already to cancel this order; see its history."),
    FINISHED("This order is cancelled already."),
    NOT_POSSIBLE(
            "Amazon cancels only orders that the merchant ships and that are Unshipped as a whole; see Seller Central."),
    UNKNOWN("The hub does not know this order; check the account and Amazon's order number.");

    private final String sentence;

    CancelAnswer(String sentence) {
        this.sentence = sentence;
    }

    /** @return the answer for people */
    public String sentence() {
        return sentence;
    }
}
