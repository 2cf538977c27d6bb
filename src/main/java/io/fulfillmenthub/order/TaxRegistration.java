package io.fulfillmenthub.order;

/**
 * A tax registration of the buyer, as Amazon gives it ({@code tax.taxRegistrations} of entity {@code BUYER}); absent parts are null.
 *
 * @param type Amazon's {@code taxRegistrationType}, such as VAT, BUSINESS, CPF or CNPJ
 * @param number the registration's number
 * @param legalName the name it is registered to
 * @param taxOffice the tax office (Turkey)
 */
public record TaxRegistration(String type, String number, String legalName, String taxOffice) {

    /** @return no personal data, so that it can never reach a log */
    @Override
    public String toString() {
        return "TaxRegistration[…]";
    }
}
