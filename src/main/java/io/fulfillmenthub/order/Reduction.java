package io.fulfillmenthub.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Units that Amazon took out of an order after it came into Commerce, and the money that goes back for them.
 *
 * @param due the order
 * @param units units to refund by Commerce's item id
 * @param amount what Amazon's total is lower by, in the order's currency
 * @param adjustment what the amount differs from the units' own value, in the shop's base currency
 */
public record Reduction(DueOrder due, Map<Long, Integer> units, BigDecimal amount, BigDecimal adjustment) {

    private static final int SCALE = 4;

    /** @return units by Commerce item id that Amazon no longer sells but Commerce does, empty for none */
    static Map<CommerceItem, Integer> surplus(BothSides sides) {
        Map<CommerceItem, Integer> surplus = new LinkedHashMap<>();
        for (CommerceItem item : sides.commerce().lines()) {
            int sold = sides.due()
                    .order()
                    .line(item.amazonItemId())
                    .map(OrderLine::quantityOrdered)
                    .orElse(0);
            if (item.open() > sold) {
                surplus.put(item, item.open() - sold);
            }
        }
        return surplus;
    }

    /**
     * Works out the refund.
     *
     * @throws RejectedException when a person has to do it: goods left, nothing was invoiced, or Amazon's total is not lower
     */
    static Reduction of(BothSides sides) {
        CommerceOrder commerce = sides.commerce();
        Map<CommerceItem, Integer> surplus = surplus(sides);
        surplus.forEach(
                (item, units) -> require(units <= item.open() - item.shipped(), sides, "after they were shipped"));
        require(commerce.invoiced(), sides, "and Commerce cannot cancel single units of an order without invoice");
        Money total = sides.due().order().grandTotal();
        require(total != null, sides, "and gives no total any more");
        BigDecimal amount =
                commerce.grandTotal().subtract(commerce.totalRefunded()).subtract(total.amount());
        require(amount.signum() > 0, sides, "but has not lowered the total");
        BigDecimal value = surplus.entrySet().stream()
                .map(entry -> entry.getKey().valueOf(entry.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<Long, Integer> units = new LinkedHashMap<>();
        surplus.forEach((item, count) -> units.put(item.id(), count));
        BigDecimal adjustment = amount.subtract(value).divide(commerce.baseToOrderRate(), SCALE, RoundingMode.HALF_UP);
        return new Reduction(sides.due(), units, amount, adjustment);
    }

    private static void require(boolean holds, BothSides sides, String why) {
        if (!holds) {
            throw new RejectedException(
                    ReasonCode.UNITS_LOWERED,
                    "Amazon took units out of Commerce order "
                            + sides.commerce().number() + ", " + why);
        }
    }
}
