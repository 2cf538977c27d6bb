package io.fulfillmenthub.order;

/** Something claimed from the ledger by one worker; the attempt number fences off workers that lost their claim. */
public interface Work {

    /** @return the order it is about */
    OrderKey key();

    /** @return the number of this claim; the ledger accepts results of the newest one only */
    long attempt();
}
