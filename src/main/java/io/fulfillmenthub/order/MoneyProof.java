package io.fulfillmenthub.order;

import java.util.Currency;
import java.util.stream.Stream;

/** The proof that an order's money adds up: what is sent to Commerce comes to Amazon's grand total, to the cent. */
public final class MoneyProof {

    private MoneyProof() {}

    /**
     * Adds up every charge of the order.
     *
     * @return the sum, in the order's currency
     * @throws RejectedException when a line does not come to its proceeds total, or the sum is not the grand total; the
     *     message names the amounts
     */
    public static Money require(Order order) {
        Currency currency = order.currency();
        order.lines().forEach(line -> requireLine(line, currency));
        Money sum = sum(
                Stream.concat(
                        order.lines().stream().flatMap(line -> line.charges().stream()), order.charges().stream()),
                currency);
        if (!sum.equals(order.grandTotal())) {
            throw new RejectedException(
                    ReasonCode.MONEY_MISMATCH,
                    "The charges come to " + sum + " but Amazon's grand total is " + order.grandTotal());
        }
        return sum;
    }

    private static void requireLine(OrderLine line, Currency currency) {
        Money sum = sum(line.charges().stream(), currency);
        if (line.proceedsTotal() != null && !sum.equals(line.proceedsTotal())) {
            throw new RejectedException(
                    ReasonCode.MONEY_MISMATCH,
                    "Item " + line.orderItemId() + " comes to " + sum + " but Amazon's proceeds total is "
                            + line.proceedsTotal());
        }
    }

    private static Money sum(Stream<Charge> charges, Currency currency) {
        return charges.map(Charge::total).reduce(Money.zero(currency), Money::plus);
    }
}
