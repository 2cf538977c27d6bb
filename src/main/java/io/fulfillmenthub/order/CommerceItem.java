package io.fulfillmenthub.order;

import java.math.BigDecimal;

/**
 * An item of an order as Commerce holds it.
 *
 * @param id Commerce's {@code item_id}
 * @param amazonItemId Amazon's order item id
 * @param ordered units
 * @param shipped units
 * @param gone units that were cancelled or refunded
 * @param value what all its units cost, tax included and discount taken off, in the order's currency
 */
public record CommerceItem(long id, String amazonItemId, int ordered, int shipped, int gone, BigDecimal value) {

    /** @return units that are still sold */
    int open() {
        return ordered - gone;
    }

    /** @return what that many of its units cost */
    BigDecimal valueOf(int units) {
        return ordered == 0
                ? BigDecimal.ZERO
                : value.multiply(BigDecimal.valueOf(units))
                        .divide(BigDecimal.valueOf(ordered), value.scale(), java.math.RoundingMode.HALF_UP);
    }
}
