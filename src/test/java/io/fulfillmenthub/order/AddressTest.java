package io.fulfillmenthub.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressTest {

    private static final Address SHOWN = at("1 Main St");
    private static final Address CORRECTED = at("2 Main St").correcting(SHOWN);

    @Test
    void keepsWhatAmazonGaveBesideTheCorrectionHoweverOftenItIsCorrected() {
        assertThat(CORRECTED.original()).isEqualTo(SHOWN);
        assertThat(at("3 Main St").correcting(CORRECTED).original()).isEqualTo(SHOWN);
        assertThat(at("2 Main St").correcting(null).original()).isNotNull();
    }

    @Test
    void keepsTheCorrectionAsLongAsAmazonGivesWhatWasCorrected() {
        assertThat(Address.newest(at("1 Main St"), CORRECTED)).isSameAs(CORRECTED);
        assertThat(Address.newest(null, CORRECTED)).isSameAs(CORRECTED);
        assertThat(Address.newest(SHOWN.withoutPersonalData(), CORRECTED)).isSameAs(CORRECTED);
        assertThat(Address.newest(at("9 New St"), CORRECTED)).isEqualTo(at("9 New St"));
    }

    @Test
    void losesBothVersionsWithThePersonalData() {
        assertThat(CORRECTED.withoutPersonalData().original()).isNull();
        assertThat(CORRECTED.withoutPersonalData().lines()).isEmpty();
    }

    private static Address at(String street) {
        return new Address("Anna Muster", null, List.of(street), "Town", null, "CA", "90034", "US", null);
    }
}
