package io.fulfillmenthub.order;

/**
 * Who bought, as Amazon gives it ({@code buyer}); absent parts are null.
 *
 * @param name the buyer's name
 * @param email Amazon's anonymised address, for merchant-fulfilled orders only
 * @param company the buyer's company (Amazon Business)
 * @param purchaseOrderNumber the buyer's own order number (Amazon Business)
 */
public record Buyer(String name, String email, String company, String purchaseOrderNumber) {

    /** A buyer of whom Amazon says nothing. */
    public static final Buyer UNKNOWN = new Buyer(null, null, null, null);

    /** @return no personal data, so that it can never reach a log */
    @Override
    public String toString() {
        return "Buyer[…]";
    }
}
