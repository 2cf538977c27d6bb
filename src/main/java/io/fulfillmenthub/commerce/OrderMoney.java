package io.fulfillmenthub.commerce;

import io.fulfillmenthub.commerce.NewOrderJson.Currencies;
import io.fulfillmenthub.order.MoneyProof;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.StoreView;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * An order's money in its own currency and in the shop's base currency.
 *
 * @param amounts in the order's currency, adding up to Amazon's grand total
 * @param base in the base currency
 * @param currencies the currencies and the rate between them
 */
record OrderMoney(OrderAmounts amounts, OrderAmounts base, Currencies currencies) {

    /**
     * Adds up and converts.
     *
     * @throws RejectedException when the shop has no rate, or the charges of the items do not come to Amazon's grand total
     */
    static OrderMoney of(Order order, List<OrderLine> lines, StoreView store) {
        MoneyProof.require(order);
        OrderAmounts amounts =
                OrderAmounts.of(lines.stream().map(OrderLine::charges).toList(), order.charges());
        if (amounts.grandTotal().compareTo(order.grandTotal().amount()) != 0) {
            throw new RejectedException(
                    ReasonCode.MONEY_MISMATCH,
                    "The items that are left come to " + amounts.grandTotal().toPlainString()
                            + " but Amazon's grand total is " + order.grandTotal());
        }
        String currency = order.currency().getCurrencyCode();
        if (currency.equals(store.baseCurrency())) {
            return new OrderMoney(amounts, amounts, currencies(store, currency, BigDecimal.ONE));
        }
        BigDecimal rate = rate(store, currency);
        int decimals = Currency.getInstance(store.baseCurrency()).getDefaultFractionDigits();
        return new OrderMoney(amounts, amounts.dividedBy(rate, decimals), currencies(store, currency, rate));
    }

    /** @return whether anything was taken off */
    boolean discounted() {
        return amounts.totals(false).discountAmount().signum() != 0;
    }

    private static BigDecimal rate(StoreView store, String currency) {
        BigDecimal rate = store.rates().get(currency);
        if (rate == null || rate.signum() <= 0) {
            throw new RejectedException(
                    ReasonCode.CURRENCY_RATE_MISSING,
                    "Store view " + store.code() + " has no exchange rate from " + store.baseCurrency() + " to "
                            + currency);
        }
        return rate;
    }

    private static Currencies currencies(StoreView store, String currency, BigDecimal rate) {
        String base = store.baseCurrency();
        return new Currencies(base, base, base, currency, BigDecimal.ONE, rate, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
