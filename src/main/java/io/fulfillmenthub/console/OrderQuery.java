package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.Cause;
import io.fulfillmenthub.ledger.OrderFilter;
import io.fulfillmenthub.ledger.OrderSort;
import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.OrderState;
import java.util.List;
import java.util.Map;

/**
 * What a request for a list of orders asks for.
 *
 * @param filter which orders
 * @param sort in which order
 * @param page which page, from 0
 * @param size orders in a page
 */
record OrderQuery(OrderFilter filter, OrderSort sort, int page, int size) {

    static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 500;
    private static final int LAST_PAGE = 1_000_000;

    /** The newest orders. */
    static final OrderQuery NEWEST = new OrderQuery(OrderFilter.ANY, OrderSort.NEWEST, 0, USUAL_SIZE);

    /**
     * Reads the parameters of the request.
     *
     * @throws BadParameterException when one cannot be read
     */
    static OrderQuery of(Map<String, List<String>> given) {
        Parameters parameters = new Parameters(given);
        return new OrderQuery(
                filter(parameters),
                parameters.one("sort", OrderSort.class, OrderSort.NEWEST),
                parameters.number("page", 0, 0, LAST_PAGE),
                parameters.number("size", USUAL_SIZE, 1, LARGEST_SIZE));
    }

    private static OrderFilter filter(Parameters parameters) {
        return new OrderFilter(
                parameters.many("state", OrderState.class),
                parameters.many("status", AmazonStatus.class),
                parameters.text("account"),
                parameters.text("number"),
                parameters.text("buyer"),
                parameters.from("from"),
                parameters.to("to"),
                parameters.amount("minTotal"),
                parameters.amount("maxTotal"),
                parameters.to("shipBy"),
                cause(parameters.text("cause")));
    }

    /** @return the cause, null when absent */
    static Cause cause(String text) {
        return text == null
                ? null
                : Cause.of(text)
                        .orElseThrow(() -> new BadParameterException(
                                "cause",
                                "a reason, with the subject that the page Needs attention adds",
                                "PRODUCT_UNKNOWN"));
    }
}
