package io.fulfillmenthub.ledger;

/** What became of an operator's wish to repair an order. */
public enum RepairAnswer {
    IMPORTING("The hub imports the order now, whatever the settings and the stock say.", true),
    LEFT_ALONE("The hub leaves this order alone from now on.", true),
    ADOPTING("The hub looks for that order in Commerce now; the history says what comes of it.", true),
    MAPPED("The SKU is mapped; the orders of this account that wait for a product are tried again now.", true),
    CONFIRMING("Amazon is told of this package again; the history says when it is shown.", true),
    WAITING("Amazon has not released this order yet: it is imported as soon as it may be.", false),
    IN_COMMERCE("This order is in Commerce already.", false),
    OUTCOME_UNKNOWN("This order may be in Commerce already: Retry first, so that the hub looks.", false),
    NUMBER_TAKEN("This Commerce order belongs to another Amazon order already.", false),
    NO_SUCH_SKU("This order has no such SKU; give one of its items as Amazon calls it.", false),
    NO_SUCH_PACKAGE("This order has no such package that Amazon was told of.", false),
    BEING_WORKED_ON("The hub is working on this order right now; wait for the result.", false),
    FINISHED("This order is finished: nothing is done with it any more.", false),
    UNREADABLE("Amazon's data of this order could not be read; it goes on when Amazon sends it again.", false),
    UNKNOWN("The hub does not know this order; check the account and Amazon's order number.", false);

    private final String sentence;
    private final boolean done;

    RepairAnswer(String sentence, boolean done) {
        this.sentence = sentence;
        this.done = done;
    }

    /** @return the answer for people */
    public String sentence() {
        return sentence;
    }

    /** @return whether it happens */
    public boolean done() {
        return done;
    }
}
