package io.fulfillmenthub.order;

/**
 * One kind of charge with the tax on it and the discount off it.
 *
 * @param type what is charged
 * @param amount before tax and discount; where Amazon reports no tax it is what the buyer paid
 * @param tax the tax added by Amazon
 * @param discount what is taken off, as a positive amount
 */
public record Charge(ChargeType type, Money amount, Money tax, Money discount) {

    /** @return amount + tax − discount */
    public Money total() {
        return amount.plus(tax).minus(discount);
    }
}
