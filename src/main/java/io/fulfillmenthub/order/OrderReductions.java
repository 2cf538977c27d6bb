package io.fulfillmenthub.order;

import java.time.Clock;

/** When the units that Amazon took out of an order may be refunded: Commerce itself would refund other units of the same line again. */
public final class OrderReductions {

    private final UncertainWait uncertain;
    private final Clock clock;

    /** @param uncertain how long an earlier refund may still be working */
    public OrderReductions(UncertainWait uncertain, Clock clock) {
        this.uncertain = uncertain;
        this.clock = clock;
    }

    /**
     * Begins a refund unless an earlier one may still be working at Commerce's side.
     *
     * @throws OutcomeUnknownException while {@code hub.retry.uncertain-wait} has not passed since the earlier one began
     * @throws RejectedException when a person has to do it
     */
    public BothSides begin(BothSides sides) {
        BegunReduction earlier = sides.due().reduction();
        if (earlier != null) {
            uncertain.requirePassed(earlier.startedAt(), "An earlier refund");
        }
        Reduction reduction = sides.reduction();
        return sides.with(new BegunReduction(
                reduction.units().values().stream().mapToInt(Integer::intValue).sum(),
                reduction.amount(),
                sides.commerce().totalRefunded(),
                clock.instant()));
    }
}
