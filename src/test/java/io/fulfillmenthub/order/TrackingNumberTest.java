package io.fulfillmenthub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfillmenthub.order.Carrier.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingNumberTest {

    private static final Carrier UPS = Carrier.listed("UPS", Source.CODE);

    @ParameterizedTest
    @ValueSource(strings = {"1Z999AA10123456784", " 1z 999 AA1 0123 456784 ", "PX-1", "112345678", "449044304137821"})
    void letsThroughWhatCarriersGiveOut(String number) {
        TrackingNumber.require(UPS, number);

        assertThat(TrackingNumber.plain(number)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "'  ', is blank",
        "n/a, is a placeholder",
        "TBD, is a placeholder",
        "sent by bike, has no digit",
        "12<b>34, other characters",
        "000000000, one character over and over",
        "1Z999AA1012345678, 18 letters and digits",
        "123456789012345678901234567890123456789012345678901, more than the 50",
    })
    void refusesWhatNoCarrierGivesOut(String number, String why) {
        assertThatThrownBy(() -> TrackingNumber.require(UPS, number))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(ReasonCode.TRACKING_REFUSED))
                .hasMessageContaining(why);
    }

    @Test
    void comparesNumbersHoweverTheyAreWritten() {
        assertThat(TrackingNumber.same("1z 999", "1Z999")).isTrue();
        assertThat(TrackingNumber.same("", "")).isFalse();
        assertThat(TrackingNumber.same("1", null)).isFalse();
    }
}
