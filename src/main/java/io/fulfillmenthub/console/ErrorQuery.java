package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ErrorFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a request for the communication-error log asks for.
 *
 * @param filter which errors
 * @param page which page, from 0
 * @param size errors in a page
 */
record ErrorQuery(ErrorFilter filter, int page, int size) {

    private static final int LARGEST_SIZE = 500;
    private static final int LAST_PAGE = 1_000_000;

    /** The two outside worlds, as the ledger writes them. */
    private enum Side {
        AMAZON,
        COMMERCE
    }

    /**
     * Reads the parameters of the request.
     *
     * @throws BadParameterException when one cannot be read
     */
    static ErrorQuery of(Map<String, List<String>> given) {
        Parameters parameters = new Parameters(given);
        Side side = parameters.one("side", Side.class, null);
        ErrorFilter filter = new ErrorFilter(
                side == null ? null : side.name().toLowerCase(Locale.ROOT),
                parameters.text("account"),
                parameters.text("operation"),
                parameters.text("code"),
                parameters.from("from"),
                parameters.to("to"));
        return new ErrorQuery(
                filter,
                parameters.number("page", 0, 0, LAST_PAGE),
                parameters.number("size", OrderQuery.USUAL_SIZE, 1, LARGEST_SIZE));
    }
}
