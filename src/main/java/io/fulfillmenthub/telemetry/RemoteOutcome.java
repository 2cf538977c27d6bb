package io.fulfillmenthub.telemetry;

import java.util.Locale;

/** How a call to a remote side ended; the names are the values of the label {@code outcome}. */
enum RemoteOutcome {
    /** A usable answer came. */
    SUCCESS,
    /** The other side wants fewer requests: status 429. */
    THROTTLED,
    /** The other side said no. */
    REFUSED,
    /** The other side broke, or its answer could not be read. */
    FAILED,
    /** No answer came. */
    UNANSWERED;

    /**
     * Judges an answer.
     *
     * @param status the HTTP status, 0 without an answer
     * @param usable whether the caller went on with it
     */
    static RemoteOutcome of(int status, boolean usable) {
        if (status == 0) {
            return UNANSWERED;
        }
        if (usable) {
            return SUCCESS;
        }
        if (status == 429) {
            return THROTTLED;
        }
        return status < 400 || status == 408 || status >= 500 ? FAILED : REFUSED;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
