package io.fulfillmenthub.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierInferenceTest {

    @ParameterizedTest
    @CsvSource({
        "1Z999AA10123456784, UPS",
        "1Z5R89390357567127, UPS",
        "9400111202555842332669, USPS",
        "9205590164917312751089, USPS",
        "420221539400111202555842332669, USPS",
        "4202215312349400111202555842332669, USPS",
        "RB123456785US, USPS",
        "RB123456785GB, Royal Mail",
        "RR123456785DE, Deutsche Post",
        "JJD000390007882937485, DHL",
        "00340434161094015902, DHL",
    })
    void knowsFormsThatOnlyOneCarrierHas(String number, String code) {
        assertThat(CarrierInference.certain(number)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "986578788855, FedEx",
        "477179081230, FedEx",
        "568283610012734, FedEx",
        "449044304137821, FedEx",
        "3318810025, DHL",
        "8487135506, DHL",
        "70160910000108310009, USPS",
    })
    void takesPlainDigitsForTheCarrierWhoseCheckDigitFits(String number, String code) {
        assertThat(CarrierInference.certain(number)).isEmpty();
        assertThat(CarrierInference.likely(number)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "1Z999AA10123456785",
        "9400111202555842332668",
        "RB123456784GB",
        "RB123456785JP",
        "986578788854",
        "568283610012735",
        "1234567890",
        "PX-1",
        "1Z999",
        "123",
    })
    void claimsNothingOfOtherNumbers(String number) {
        assertThat(CarrierInference.certain(number).or(() -> CarrierInference.likely(number)))
                .isEmpty();
    }
}
