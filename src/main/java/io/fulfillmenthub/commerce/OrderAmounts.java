package io.fulfillmenthub.commerce;

import io.fulfillmenthub.commerce.NewOrderJson.ItemAmounts;
import io.fulfillmenthub.commerce.NewOrderJson.Totals;
import io.fulfillmenthub.order.Charge;
import io.fulfillmenthub.order.ChargeType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An order's money in one currency, as Commerce wants it: a row for every item, and one for everything else, which Commerce
 * only knows as shipping. The sum of the rows is the grand total.
 *
 * @param rows the items' money, in the order of the items
 * @param delivery shipping, gift wrap, fees and tips together
 */
record OrderAmounts(List<Row> rows, Row delivery) {

    private static final int PRICE_DECIMALS = 4;

    /**
     * The money of one row.
     *
     * @param amount before tax and discount
     * @param tax added to it
     * @param discount taken off it, positive
     */
    record Row(BigDecimal amount, BigDecimal tax, BigDecimal discount) {

        static Row of(Stream<Charge> charges) {
            List<Charge> all = charges.toList();
            return new Row(
                    sum(all, charge -> charge.amount().amount()),
                    sum(all, charge -> charge.tax().amount()),
                    sum(all, charge -> charge.discount().amount()));
        }

        BigDecimal total() {
            return amount.add(tax).subtract(discount);
        }

        BigDecimal inclTax() {
            return amount.add(tax);
        }

        Row dividedBy(BigDecimal rate, int decimals) {
            return new Row(
                    amount.divide(rate, decimals, RoundingMode.HALF_UP),
                    tax.divide(rate, decimals, RoundingMode.HALF_UP),
                    discount.divide(rate, decimals, RoundingMode.HALF_UP));
        }

        Row plus(BigDecimal more) {
            return new Row(amount.add(more), tax, discount);
        }

        /** @return tax in per cent of what was taxed, 0 where nothing was */
        BigDecimal taxPercent() {
            BigDecimal taxed = amount.subtract(discount);
            return taxed.signum() <= 0
                    ? BigDecimal.ZERO
                    : tax.movePointRight(2).divide(taxed, PRICE_DECIMALS, RoundingMode.HALF_UP);
        }

        ItemAmounts of(int units) {
            BigDecimal price = perUnit(amount, units);
            return new ItemAmounts(price, price, perUnit(inclTax(), units), amount, inclTax(), tax, discount);
        }

        private static BigDecimal perUnit(BigDecimal amount, int units) {
            return amount.divide(BigDecimal.valueOf(units), PRICE_DECIMALS, RoundingMode.HALF_UP);
        }
    }

    static OrderAmounts of(List<List<Charge>> lines, List<Charge> wholeOrder) {
        List<Row> rows = lines.stream()
                .map(charges -> Row.of(charges.stream().filter(OrderAmounts::ofItem)))
                .toList();
        Stream<Charge> others = lines.stream().flatMap(List::stream).filter(charge -> !ofItem(charge));
        return new OrderAmounts(rows, Row.of(Stream.concat(others, wholeOrder.stream())));
    }

    /**
     * The same money in the base currency: every part is divided and rounded, and the cents by which the parts then miss the
     * divided grand total go to the largest part.
     *
     * @param rate units of the order's currency for one unit of the base currency
     * @param decimals the base currency's decimals
     */
    OrderAmounts dividedBy(BigDecimal rate, int decimals) {
        OrderAmounts rounded = new OrderAmounts(
                rows.stream().map(row -> row.dividedBy(rate, decimals)).toList(), delivery.dividedBy(rate, decimals));
        BigDecimal wanted = grandTotal().divide(rate, decimals, RoundingMode.HALF_UP);
        return rounded.settle(wanted.subtract(rounded.grandTotal()));
    }

    private OrderAmounts settle(BigDecimal cents) {
        int largest = -1;
        BigDecimal most = delivery.amount();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).amount().compareTo(most) >= 0) {
                largest = i;
                most = rows.get(i).amount();
            }
        }
        if (largest < 0) {
            return new OrderAmounts(rows, delivery.plus(cents));
        }
        List<Row> settled = new ArrayList<>(rows);
        settled.set(largest, rows.get(largest).plus(cents));
        return new OrderAmounts(settled, delivery);
    }

    BigDecimal grandTotal() {
        return sum(rows, Row::total).add(delivery.total());
    }

    /** @param paid whether the order is paid and invoiced already */
    Totals totals(boolean paid) {
        BigDecimal subtotal = sum(rows, Row::amount);
        BigDecimal itemTax = sum(rows, Row::tax);
        BigDecimal grandTotal = grandTotal();
        return new Totals(
                subtotal,
                subtotal.add(itemTax),
                sum(rows, Row::discount).add(delivery.discount()).negate(),
                delivery.amount(),
                delivery.inclTax(),
                delivery.tax(),
                delivery.discount(),
                itemTax.add(delivery.tax()),
                grandTotal,
                paid ? BigDecimal.ZERO : grandTotal,
                paid ? grandTotal : null,
                paid ? grandTotal : null);
    }

    private static boolean ofItem(Charge charge) {
        return charge.type() == ChargeType.ITEM;
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, BigDecimal> amount) {
        return parts.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
