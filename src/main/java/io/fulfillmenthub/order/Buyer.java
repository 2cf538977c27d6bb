package io.fulfillmenthub.order;

import java.util.List;

/**
 * Who bought, as Amazon gives it ({@code buyer}); absent parts are null.
 *
 * @param name the buyer's name
 * @param email Amazon's anonymised address, for merchant-fulfilled orders only
 * @param company the buyer's company (Amazon Business)
 * @param purchaseOrderNumber the buyer's own order number (Amazon Business)
 * @param taxRegistrations the buyer's tax registrations, none unless the account asks for them
 */
public record Buyer(
        String name, String email, String company, String purchaseOrderNumber, List<TaxRegistration> taxRegistrations) {

    /** A buyer of whom Amazon says nothing. */
    public static final Buyer UNKNOWN = new Buyer(null, null, null, null, List.of());

    public Buyer {
        taxRegistrations = taxRegistrations == null ? List.of() : List.copyOf(taxRegistrations);
    }

    /** @return this buyer with the earlier one's parts where it has none */
    Buyer keeping(Buyer earlier) {
        return new Buyer(
                name == null ? earlier.name : name,
                email == null ? earlier.email : email,
                company == null ? earlier.company : company,
                purchaseOrderNumber == null ? earlier.purchaseOrderNumber : purchaseOrderNumber,
                taxRegistrations.isEmpty() ? earlier.taxRegistrations : taxRegistrations);
    }

    /** @return no personal data, so that it can never reach a log */
    @Override
    public String toString() {
        return "Buyer[…]";
    }
}
