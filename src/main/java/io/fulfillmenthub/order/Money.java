package io.fulfillmenthub.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in the decimals of its own currency (2 for USD, 0 for JPY).
 *
 * @param amount the amount, scaled to the currency's decimals
 * @param currency the ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) {

    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_TEXT = 64;

    public Money {
        amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
    }

    /**
     * Reads an amount as Amazon writes it: {@code Money.amount} is a decimal string.
     *
     * @throws RejectedException when the amount or the currency is absent, unreadable, absurdly large or has more decimals
     *     than the currency
     */
    public static Money of(String amount, String currencyCode) {
        try {
            if (amount.length() > LONGEST_TEXT) {
                throw new RejectedException(ReasonCode.MONEY_UNREADABLE, "An amount has too many digits");
            }
            BigDecimal number = new BigDecimal(amount.strip()).stripTrailingZeros();
            if (number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
                throw new RejectedException(ReasonCode.MONEY_UNREADABLE, "An amount is absurdly large or small");
            }
            return new Money(number, tender(currencyCode));
        } catch (NullPointerException | ArithmeticException | IllegalArgumentException e) {
            throw new RejectedException(
                    ReasonCode.MONEY_UNREADABLE, "An amount of money or its currency cannot be read", e);
        }
    }

    /** Gold and the like are no currency to pay in: they have no decimals of their own. */
    private static Currency tender(String code) {
        Currency currency = Currency.getInstance(code.strip());
        if (currency.getDefaultFractionDigits() < 0) {
            throw new RejectedException(ReasonCode.MONEY_UNREADABLE, "Nobody pays in " + currency.getCurrencyCode());
        }
        return currency;
    }

    /** @return nothing at all in the given currency */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * Adds an amount of the same currency.
     *
     * @throws RejectedException when the currencies differ
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new RejectedException(
                    ReasonCode.MONEY_UNREADABLE,
                    "An order mixes the currencies " + currency.getCurrencyCode() + " and "
                            + other.currency.getCurrencyCode());
        }
        return new Money(amount.add(other.amount), currency);
    }

    /**
     * Takes away an amount of the same currency.
     *
     * @throws RejectedException when the currencies differ
     */
    public Money minus(Money other) {
        return plus(other.negate());
    }

    /** @return the same amount with the other sign */
    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    /** @return the amount without its sign */
    public Money abs() {
        return new Money(amount.abs(), currency);
    }

    /** @return whether nothing is left */
    public boolean zero() {
        return amount.signum() == 0;
    }

    /** @return the amount with its currency code, such as {@code 12.50 USD} */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
