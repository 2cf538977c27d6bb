package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One page of changed orders.
 *
 * @param search the question it answers
 * @param orders the orders that could be read
 * @param unreadable the orders that could not be read, with the reason
 * @param nextToken Amazon's token of the next page, null on the last one
 * @param bound Amazon's {@code lastUpdatedBefore}: where the next window begins
 */
public record OrderPage(
        OrderSearch search, List<Order> orders, List<UnreadableOrder> unreadable, String nextToken, Instant bound) {

    /** @return Amazon's token of the next page */
    public Optional<String> next() {
        return Optional.ofNullable(nextToken);
    }
}
