package io.fulfillmenthub.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.commerce.NewOrderJson.ItemAmounts;
import io.fulfillmenthub.commerce.NewOrderJson.Totals;
import io.fulfillmenthub.order.Charge;
import io.fulfillmenthub.order.ChargeType;
import io.fulfillmenthub.order.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrderAmountsTest {

    /** An order's charges, all in one currency. */
    record Sample(List<List<Charge>> lines, List<Charge> wholeOrder) {}

    @Property(tries = 300)
    void totalsAddUpToTheGrandTotal(@ForAll("samples") Sample sample) {
        OrderAmounts amounts = OrderAmounts.of(sample.lines(), sample.wholeOrder());

        BigDecimal expected = sample.lines().stream()
                .flatMap(List::stream)
                .map(charge -> charge.total().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .add(sample.wholeOrder().stream()
                        .map(charge -> charge.total().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(amounts.totals(false).grandTotal()).isEqualByComparingTo(expected);
        addsUp(amounts);
    }

    @Property(tries = 300)
    void baseTotalsAddUpToTheConvertedGrandTotal(
            @ForAll("samples") Sample sample, @ForAll("rates") BigDecimal rate, @ForAll("decimals") int decimals) {
        OrderAmounts amounts = OrderAmounts.of(sample.lines(), sample.wholeOrder());

        OrderAmounts base = amounts.dividedBy(rate, decimals);

        assertThat(base.grandTotal().scale()).isLessThanOrEqualTo(decimals);
        assertThat(base.grandTotal()
                        .multiply(rate)
                        .subtract(amounts.grandTotal())
                        .abs())
                .isLessThanOrEqualTo(rate.movePointLeft(decimals));
        addsUp(base);
    }

    private static void addsUp(OrderAmounts amounts) {
        Totals totals = amounts.totals(true);
        assertThat(totals.subtotal()
                        .add(totals.shippingAmount())
                        .add(totals.taxAmount())
                        .add(totals.discountAmount()))
                .isEqualByComparingTo(totals.grandTotal());
        List<ItemAmounts> items = amounts.rows().stream().map(row -> row.of(3)).toList();
        assertThat(items.stream().map(ItemAmounts::rowTotal).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(totals.subtotal());
        assertThat(items.stream().map(ItemAmounts::taxAmount).reduce(totals.shippingTaxAmount(), BigDecimal::add))
                .isEqualByComparingTo(totals.taxAmount());
        assertThat(items.stream()
                        .map(ItemAmounts::discountAmount)
                        .reduce(totals.shippingDiscountAmount(), BigDecimal::add))
                .isEqualByComparingTo(totals.discountAmount().negate());
        assertThat(totals.totalPaid()).isEqualByComparingTo(totals.grandTotal());
        assertThat(totals.totalDue()).isZero();
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.of("USD", "JPY", "EUR").flatMap(code -> {
            Arbitrary<Charge> charges = charges(Currency.getInstance(code));
            return Combinators.combine(
                            charges.list()
                                    .ofMinSize(1)
                                    .ofMaxSize(4)
                                    .list()
                                    .ofMinSize(1)
                                    .ofMaxSize(5),
                            charges.list().ofMaxSize(2))
                    .as(Sample::new);
        });
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.0067"), new BigDecimal("160"))
                .ofScale(4);
    }

    @Provide
    Arbitrary<Integer> decimals() {
        return Arbitraries.of(0, 2, 3);
    }

    private static Arbitrary<Charge> charges(Currency currency) {
        Arbitrary<Money> money = Arbitraries.longs()
                .between(0, 200_000)
                .map(cents -> new Money(BigDecimal.valueOf(cents, currency.getDefaultFractionDigits()), currency));
        return Combinators.combine(Arbitraries.of(ChargeType.class), money, money, money)
                .as(Charge::new);
    }
}
