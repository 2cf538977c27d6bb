package io.fulfillmenthub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "12.5,USD,12.50 USD",
        "19940,JPY,19940 JPY",
        "19940.00,JPY,19940 JPY",
        "-3,EUR,-3.00 EUR",
        "1E2,GBP,100.00 GBP"
    })
    void hasTheDecimalsOfItsCurrency(String amount, String currency, String expected) {
        assertThat(Money.of(amount, currency)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "12.345,USD",
                "1.5,JPY",
                "twelve,USD",
                "12.50,XYZW",
                "NULL,USD",
                "12.50,NULL",
                "1E99,USD",
                "1E-99,USD",
                "'',USD"
            },
            nullValues = "NULL")
    void refusesAnAmountThatCannotBeBooked(String amount, String currency) {
        assertThatThrownBy(() -> Money.of(amount, currency))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.reason()).isEqualTo(ReasonCode.MONEY_UNREADABLE));
    }

    @Test
    void doesNotMixCurrencies() {
        assertThatThrownBy(() -> Money.of("1", "USD").plus(Money.of("1", "EUR")))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("USD")
                .hasMessageContaining("EUR");
    }
}
