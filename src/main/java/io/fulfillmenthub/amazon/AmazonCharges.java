package io.fulfillmenthub.amazon;

import static io.fulfillmenthub.amazon.AmazonFields.list;
import static io.fulfillmenthub.amazon.AmazonFields.requiredMoney;

import io.fulfillmenthub.amazon.AmazonJson.Breakdown;
import io.fulfillmenthub.amazon.AmazonJson.DetailedBreakdown;
import io.fulfillmenthub.order.Charge;
import io.fulfillmenthub.order.ChargeType;
import io.fulfillmenthub.order.Money;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The charges of one line, gathered from Amazon's breakdowns: TAX is added and DISCOUNT taken off the charge that the
 * detailed breakdown names; what no detail explains belongs to the item.
 */
final class AmazonCharges {

    private static final String TAX = "TAX";
    private static final String DISCOUNT = "DISCOUNT";

    private final Map<ChargeType, Charge> charges = new EnumMap<>(ChargeType.class);

    private AmazonCharges() {}

    static List<Charge> ofLine(String field, List<Breakdown> breakdowns) {
        AmazonCharges line = new AmazonCharges();
        for (int i = 0; i < list(breakdowns).size(); i++) {
            line.add(field + "[" + i + "]", breakdowns.get(i));
        }
        return List.copyOf(line.charges.values());
    }

    /** Gathers what only the order carries, such as a tip; ITEM is never taken from there: lines without prices stay so. */
    static List<Charge> ofOrder(String field, List<Breakdown> breakdowns, Set<String> typesOfLines) {
        AmazonCharges order = new AmazonCharges();
        for (int i = 0; i < list(breakdowns).size(); i++) {
            Breakdown breakdown = breakdowns.get(i);
            String type = breakdown == null ? null : breakdown.type();
            if (!typesOfLines.contains(type) && !ChargeType.ITEM.name().equals(type)) {
                order.addWhole(field + "[" + i + "]", breakdown);
            }
        }
        return List.copyOf(order.charges.values());
    }

    private void add(String field, Breakdown breakdown) {
        if (breakdown == null) {
            throw AmazonFields.unreadable(field, "is missing");
        }
        Money subtotal = requiredMoney(field + ".subtotal", breakdown.subtotal());
        if (TAX.equals(breakdown.type())) {
            spread(field, breakdown, subtotal, money -> money, AmazonCharges::tax);
        } else if (DISCOUNT.equals(breakdown.type())) {
            spread(field, breakdown, subtotal.abs(), Money::abs, AmazonCharges::discount);
        } else {
            put(amount(typeOf(breakdown.type()), subtotal));
        }
    }

    private void addWhole(String field, Breakdown breakdown) {
        if (breakdown == null) {
            throw AmazonFields.unreadable(field, "is missing");
        }
        Money subtotal = requiredMoney(field + ".subtotal", breakdown.subtotal());
        put(
                switch (String.valueOf(breakdown.type())) {
                    case TAX -> tax(ChargeType.OTHER, subtotal);
                    case DISCOUNT -> discount(ChargeType.OTHER, subtotal.abs());
                    default -> amount(typeOf(breakdown.type()), subtotal);
                });
    }

    private void spread(
            String field, Breakdown breakdown, Money whole, UnaryOperator<Money> normalised, ChargeOfPart ofPart) {
        Money rest = whole;
        List<DetailedBreakdown> parts = list(breakdown.detailedBreakdowns());
        for (int i = 0; i < parts.size(); i++) {
            DetailedBreakdown part = parts.get(i);
            String partField = field + ".detailedBreakdowns[" + i + "]";
            Money value = normalised.apply(requiredMoney(partField + ".value", part == null ? null : part.value()));
            ChargeType type = DISCOUNT.equals(part.subtype()) ? ChargeType.ITEM : typeOf(part.subtype());
            put(ofPart.charge(type, value));
            rest = rest.minus(value);
        }
        if (!rest.zero()) {
            put(ofPart.charge(ChargeType.ITEM, rest));
        }
    }

    private void put(Charge charge) {
        charges.merge(charge.type(), charge, AmazonCharges::sum);
    }

    private static Charge sum(Charge one, Charge other) {
        return new Charge(
                one.type(),
                one.amount().plus(other.amount()),
                one.tax().plus(other.tax()),
                one.discount().plus(other.discount()));
    }

    private static ChargeType typeOf(String text) {
        return Arrays.stream(ChargeType.values())
                .filter(type -> type.name().equals(text))
                .findFirst()
                .orElse(ChargeType.OTHER);
    }

    private static Charge amount(ChargeType type, Money money) {
        Money nothing = Money.zero(money.currency());
        return new Charge(type, money, nothing, nothing);
    }

    private static Charge tax(ChargeType type, Money money) {
        Money nothing = Money.zero(money.currency());
        return new Charge(type, nothing, money, nothing);
    }

    private static Charge discount(ChargeType type, Money money) {
        Money nothing = Money.zero(money.currency());
        return new Charge(type, nothing, nothing, money);
    }

    @FunctionalInterface
    private interface ChargeOfPart {
        Charge charge(ChargeType type, Money money);
    }
}
