package io.fulfillmenthub.amazon;

import static io.fulfillmenthub.amazon.AmazonFields.list;
import static io.fulfillmenthub.amazon.AmazonFields.text;

import io.fulfillmenthub.amazon.AmazonJson.OrderTax;
import io.fulfillmenthub.amazon.AmazonJson.TaxAttribute;
import io.fulfillmenthub.amazon.AmazonJson.WireBuyer;
import io.fulfillmenthub.amazon.AmazonJson.WireTaxRegistration;
import io.fulfillmenthub.order.Buyer;
import io.fulfillmenthub.order.TaxRegistration;
import java.util.List;
import java.util.Objects;

/** The buyer of an Amazon order, with the buyer's own tax registrations among those of all parties. */
final class AmazonBuyers {

    private static final WireBuyer NOBODY = new WireBuyer(null, null, null, null);

    private AmazonBuyers() {}

    static Buyer of(WireBuyer given, OrderTax tax) {
        WireBuyer buyer = given == null ? NOBODY : given;
        return new Buyer(
                text(buyer.buyerName()),
                text(buyer.buyerEmail()),
                text(buyer.buyerCompanyName()),
                text(buyer.buyerPurchaseOrderNumber()),
                tax == null ? List.of() : registrations(tax.taxRegistrations()));
    }

    private static List<TaxRegistration> registrations(List<WireTaxRegistration> all) {
        return list(all).stream()
                .filter(one -> one != null && "BUYER".equals(text(one.entityType())))
                .map(one -> new TaxRegistration(
                        text(one.taxRegistrationType()),
                        text(one.taxRegistrationNumber()),
                        text(one.legalName()),
                        taxOffice(one.taxRegistrationAttributes())))
                .toList();
    }

    private static String taxOffice(List<TaxAttribute> attributes) {
        return list(attributes).stream()
                .filter(attribute -> attribute != null && "TAX_OFFICE".equals(text(attribute.key())))
                .map(attribute -> text(attribute.value()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
