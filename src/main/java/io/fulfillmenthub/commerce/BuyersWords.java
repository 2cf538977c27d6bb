package io.fulfillmenthub.commerce;

import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.TaxRegistration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the buyer wants to be done beyond the goods: an invoice with the buyer's numbers, a gift, something customised. Commerce's
 * admin pages show some markup of comments as markup, so none of it is left in what others wrote.
 */
final class BuyersWords {

    private BuyersWords() {}

    /** @return sentences that begin with a blank each, an empty text when there is nothing to say */
    static String of(Order order) {
        StringBuilder words = new StringBuilder();
        if (order.buyer().purchaseOrderNumber() != null) {
            words.append(" Buyer's order number: ")
                    .append(plain(order.buyer().purchaseOrderNumber()))
                    .append('.');
        }
        order.buyer().taxRegistrations().forEach(one -> words.append(of(one)));
        order.lines().stream().filter(line -> line.quantityOrdered() > 0).forEach(line -> words.append(of(line)));
        return words.toString();
    }

    private static String of(TaxRegistration registration) {
        String number = Stream.of(registration.type(), registration.number())
                .filter(text -> text != null)
                .collect(Collectors.joining(" "));
        String office = registration.taxOffice() == null ? null : "tax office " + registration.taxOffice();
        return " Buyer's tax registration: "
                + Stream.of(number, registration.legalName(), office)
                        .filter(text -> text != null && !text.isEmpty())
                        .map(BuyersWords::plain)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String of(OrderLine line) {
        StringBuilder words = new StringBuilder();
        if (line.gift() || line.giftMessage() != null) {
            words.append(' ').append(plain(line.sku())).append(" is a gift");
            if (line.giftWrapLevel() != null) {
                words.append(", wrapping: ").append(plain(line.giftWrapLevel()));
            }
            if (line.giftMessage() != null) {
                words.append(", message: “").append(plain(line.giftMessage())).append('”');
            }
            words.append('.');
        }
        if (line.customizationUrl() != null) {
            words.append(' ')
                    .append(plain(line.sku()))
                    .append(" is customised: ")
                    .append(plain(line.customizationUrl()))
                    .append(" .");
        }
        return words.toString();
    }

    private static String plain(String text) {
        return String.valueOf(text).replace('<', '‹').replace('>', '›');
    }
}
