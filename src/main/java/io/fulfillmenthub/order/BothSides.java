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

    /** @return the same order with another hold */
    public BothSides with(Hold hold) {
        return new BothSides(due.with(hold), commerce);
    }

    /** @return the same order with a refund of units begun */
    BothSides with(BegunReduction reduction) {
        return new BothSides(due.with(reduction), commerce);
    }

    /** @return the same order with no refund of units begun */
    public BothSides withoutReduction() {
        return with((BegunReduction) null);
    }

    /** @return whether a refund of units was done in Commerce and nobody heard of it */
    public boolean reductionUnheard() {
        return due.reduction() != null && due.reduction().doneIn(commerce);
    }

    /** @return whether the buyer asks to cancel, and Commerce must hold the order and say why */
    public boolean holdDue() {
        Hold hold = due.hold();
        boolean foreign = commerce.held() && hold.state() == Hold.State.NONE;
        return cancelWished() && hold.open() && !foreign && !commerce.complete() && !commerce.cancelled();
    }

    /** @return whether the hub holds the order although the buyer no longer asks to cancel */
    public boolean releaseDue() {
        return due.hold().ours() && !cancelWished() && !commerce.cancelled();
    }

    /** @return whether Amazon took units out of the order that Commerce still sells */
    public boolean reductionDue() {
        Order order = due.order();
        return !order.fulfilledByAmazon()
                && !order.lines().isEmpty()
                && !commerce.held()
                && !commerce.cancelled()
                && !Reduction.surplus(this).isEmpty();
    }

    /**
     * What is to be refunded.
     *
     * @throws RejectedException when a person has to do it
     */
    public Reduction reduction() {
        return Reduction.of(this);
    }

    /** @return whether the merchant cancelled or wholly refunded in Commerce what Amazon still expects */
    public boolean cancelledByMerchant() {
        Order order = due.order();
        boolean refunded = "closed".equals(commerce.state())
                && commerce.grandTotal().signum() > 0
                && commerce.totalRefunded().compareTo(commerce.grandTotal()) >= 0;
        return ("canceled".equals(commerce.state()) || refunded)
                && !commerce.unitsShipped()
                && !order.fulfilledByAmazon()
                && order.status() == AmazonStatus.UNSHIPPED
                && order.units() > 0;
    }

    /** @return whether Commerce has not put the order on hold yet */
    public boolean unheld() {
        return !commerce.held();
    }

    /** @return whether Commerce's history of the order does not say yet why it is held or released */
    public boolean unexplained() {
        return !commerce.comments().contains(explanation());
    }

    /** @return the comment that says why the order is held or released, each with its number */
    public String explanation() {
        return (cancelWished()
                        ? "Amazon: the buyer asks to cancel this order. It is on hold until that is decided."
                        : "Amazon: the buyer no longer asks to cancel this order. It is released.")
                + " (" + due.hold().number() + ")";
    }

    /**
     * Whether the Commerce order of a cancelled Amazon order must be released before it can be settled.
     *
     * @throws RejectedException when goods left already
     */
    public boolean heldAtSettlement() {
        return settleDue() && commerce.held();
    }

    private boolean cancelWished() {
        Order order = due.order();
        boolean unshipped =
                order.status() == AmazonStatus.UNSHIPPED || order.status() == AmazonStatus.PARTIALLY_SHIPPED;
        return unshipped
                && !order.fulfilledByAmazon()
                && order.lines().stream()
                        .anyMatch(line -> line.cancelRequested() && line.quantityOrdered() > line.quantityShipped());
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

    /** @see Order#hashCode() */
    @Override
    public int hashCode() {
        return due.hashCode();
    }
}
