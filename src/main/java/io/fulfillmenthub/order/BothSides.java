package io.fulfillmenthub.order;

/**
 * One order as both sides hold it.
 *
 * @param due Amazon's side and what the hub knows
 * @param commerce Commerce's side
 */
public record BothSides(DueOrder due, CommerceOrder commerce) {

    /** @return whether both sides are finished with it */
    public boolean finished() {
        return commerce.complete() && due.order().status() == AmazonStatus.SHIPPED;
    }

    /**
     * Whether the Commerce order of a cancelled Amazon order is to be cancelled: nothing was invoiced.
     *
     * @throws RejectedException when goods left already
     */
    public boolean cancelDue() {
        return settleDue() && commerce.totalInvoiced().signum() == 0;
    }

    /**
     * Whether the Commerce order of a cancelled Amazon order is to be refunded: it was invoiced.
     *
     * @throws RejectedException when goods left already
     */
    public boolean refundDue() {
        return settleDue() && commerce.totalInvoiced().signum() > 0;
    }

    private boolean settleDue() {
        if (!commerce.cancelled() && commerce.unitsShipped()) {
            throw new RejectedException(
                    ReasonCode.CANCELLED_AFTER_SHIPMENT,
                    "Amazon cancelled the order after Commerce order " + commerce.number() + " was shipped");
        }
        return !commerce.cancelled();
    }
}
