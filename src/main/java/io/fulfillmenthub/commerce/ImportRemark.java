package io.fulfillmenthub.commerce;

import io.fulfillmenthub.commerce.NewOrderJson.Address;
import io.fulfillmenthub.order.Charge;
import io.fulfillmenthub.order.ChargeType;
import io.fulfillmenthub.order.Money;
import io.fulfillmenthub.order.Order;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The comment in a new order's history: what a merchant cannot see in the amounts and the address alone. */
final class ImportRemark {

    private static final int LAST_OF_BMP = 0xFFFF;

    private static final Map<ChargeType, String> NAMES = new EnumMap<>(Map.of(
            ChargeType.GIFT_WRAP, "gift wrap",
            ChargeType.COD_FEE, "cash-on-delivery fee",
            ChargeType.DELIVERY_TIP, "delivery tip",
            ChargeType.OTHER, "other charges"));

    /** What a program of Amazon means for whoever packs, in a fixed order. */
    private static final Map<String, String> SPECIAL = new TreeMap<>(Map.of(
            "IN_STORE_PICK_UP", " The buyer picks it up in the store.",
            "PREORDER", " It is a pre-order: mind the date to ship by.",
            "AMAZON_BUSINESS", " It is a business order.",
            "FBM_SHIP_PLUS", " Amazon gives the tracking itself (Ship+).",
            "AMAZON_EASY_SHIP", " Amazon collects it and gives the tracking itself (Easy Ship).",
            "DELIVERY_BY_AMAZON", " Amazon delivers it and gives the tracking itself."));

    /**
     * Puts the comment together.
     *
     * @param placeholders whether placeholders stand in the address
     * @param shipTo the address as it is sent, to see whether the shop's database can hold it
     * @return plain sentences; personal in them is what the buyer wrote for the packer and the invoice
     */
    String of(Order order, boolean placeholders, Address shipTo) {
        StringBuilder remark = new StringBuilder("Imported from Amazon order ")
                .append(order.amazonOrderId())
                .append(order.fulfilledByAmazon() ? ", fulfilled by Amazon." : ", fulfilled by the merchant.");
        if (order.replaces() != null) {
            remark.append(" It replaces Amazon order ").append(order.replaces()).append('.');
        }
        SPECIAL.forEach((program, sentence) -> {
            if (order.programs().contains(program)) {
                remark.append(sentence);
            }
        });
        remark.append(BuyersWords.of(order));
        NAMES.forEach((type, name) -> appendCharge(remark, order, type, name));
        if (placeholders) {
            remark.append(" Amazon does not share the whole address: placeholders stand for what is missing.");
        }
        if (!storable(shipTo) || !BuyersWords.of(order).codePoints().allMatch(ImportRemark::storable)) {
            remark.append(
                    " Name, address or message has characters that this shop may show as ????: see Seller Central.");
        }
        return remark.toString();
    }

    private static void appendCharge(StringBuilder remark, Order order, ChargeType type, String name) {
        Money total = Stream.concat(
                        order.lines().stream().flatMap(line -> line.charges().stream()), order.charges().stream())
                .filter(charge -> charge.type() == type)
                .map(Charge::amount)
                .reduce(Money.zero(order.currency()), Money::plus);
        if (!total.zero()) {
            remark.append(" Shipping includes ")
                    .append(name)
                    .append(' ')
                    .append(total)
                    .append('.');
        }
    }

    /** Commerce's address tables are utf8mb3: emoji and rare ideographs become question marks there (measured). */
    private static boolean storable(Address address) {
        return Stream.of(
                        address.firstname(),
                        address.lastname(),
                        String.valueOf(address.company()),
                        address.city(),
                        String.join("", address.street()))
                .flatMapToInt(String::codePoints)
                .allMatch(ImportRemark::storable);
    }

    private static boolean storable(int point) {
        return point <= LAST_OF_BMP;
    }
}
