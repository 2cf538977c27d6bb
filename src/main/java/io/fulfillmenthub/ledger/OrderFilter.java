package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.OrderState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

/**
 * Which orders to show; null or empty means any.
 *
 * @param states the hub's states
 * @param statuses Amazon's statuses
 * @param account the seller account
 * @param number Amazon's or Commerce's order number, whole
 * @param buyer a part of the buyer's name, in any case
 * @param from ordered at this time or later
 * @param to ordered at this time or earlier
 * @param minTotal the grand total is at least this, in its own currency
 * @param maxTotal the grand total is at most this, in its own currency
 * @param shipBy not shipped at Amazon yet, to be shipped by the merchant at this time or earlier, and not settled
 * @param cause parked for this cause, the order itself or something of it
 */
public record OrderFilter(
        Set<OrderState> states,
        Set<AmazonStatus> statuses,
        String account,
        String number,
        String buyer,
        Instant from,
        Instant to,
        BigDecimal minTotal,
        BigDecimal maxTotal,
        Instant shipBy,
        Cause cause) {

    /** Every order. */
    public static final OrderFilter ANY =
            new OrderFilter(Set.of(), Set.of(), null, null, null, null, null, null, null, null, null);

    public OrderFilter {
        states = Set.copyOf(states);
        statuses = Set.copyOf(statuses);
    }

    /** @return the same filter for those states */
    public OrderFilter in(Set<OrderState> chosen) {
        return new OrderFilter(chosen, statuses, account, number, buyer, from, to, minTotal, maxTotal, shipBy, cause);
    }

    /** @return nothing of what was searched for, since it may be a person's name */
    @Override
    public String toString() {
        return "OrderFilter[…]";
    }
}
