package io.fulfillmenthub.order;

import java.io.IOException;

/** A remote side answers with more than the hub is willing to hold in memory. */
public final class AnswerTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param mostBytes the largest answer that is read */
    public AnswerTooLargeException(long mostBytes) {
        super("The answer is larger than " + mostBytes / 1_000_000 + " MB");
    }
}
