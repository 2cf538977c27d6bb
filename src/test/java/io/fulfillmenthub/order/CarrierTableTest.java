package io.fulfillmenthub.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.Carrier.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierTableTest {

    private static final String US = "ATVPDKIKX0DER";
    private static final String GERMANY = "A1PA6795UKMFR9";

    private final CarrierTable table = new CarrierTable(
            List.of(
                    new CarrierRule(GERMANY, "dhl", null, "DHL", null, "DHL Paket"),
                    new CarrierRule(null, null, "Bike Boys", "Other", null, "Same Day"),
                    new CarrierRule(null, "custom", "House Van", "Other", "Own fleet", null)),
            Map.of("acme_express", "ACME"));

    @ParameterizedTest
    @CsvSource({
        "ups, UPS, 1, UPS, CODE",
        "UPS, anything, 1, UPS, CODE",
        "acme_express, Acme, 1, ACME, CODE",
        "dhl, DHL, 1, DHL, CODE",
        "custom, Royal Mail, 1, Royal Mail, TITLE",
        "custom, UPS Ground, 1, UPS, TITLE",
        "custom, UPS Mail Innovations, 1, UPS Mail Innovations, TITLE",
        "custom, United States Postal Service, 1, USPS, TITLE",
        "custom, Upsala Post, 1, Other, UNMAPPED",
        "custom, Pony Express, 1Z999AA10123456784, UPS, NUMBER",
        "custom, Pony Express, 986578788855, Other, UNMAPPED",
        "custom, Custom Value, 986578788855, FedEx, NUMBER",
        "custom, , 9865 7878 8855, FedEx, NUMBER",
        ", , 9400111202555842332669, USPS, NUMBER",
    })
    void findsTheCarrierByCodeThenTitleThenNumber(
            String code, String title, String number, String amazon, Source source) {
        Carrier carrier = table.find(US, code, title, number);

        assertThat(carrier.code()).isEqualTo(amazon);
        assertThat(carrier.source()).isEqualTo(source);
    }

    @Test
    void letsTheMerchantsRulesWin() {
        assertThat(table.find(GERMANY, "dhl", "DHL", "1"))
                .isEqualTo(new Carrier("DHL", null, "DHL Paket", Source.RULE));
        assertThat(table.find(US, "dhl", "DHL", "1").method()).isNull();
        assertThat(table.find(US, "custom", "bike boys", "1"))
                .isEqualTo(new Carrier("Other", "bike boys", "Same Day", Source.RULE));
        assertThat(table.find(US, "custom", "House Van", "1").name()).isEqualTo("Own fleet");
    }

    @Test
    void namesAnUnlistedCarrierByItsTitleElseByItsCode() {
        assertThat(table.find(US, "custom", "Pony Express", "PX-1").name()).isEqualTo("Pony Express");
        assertThat(table.find(US, "pony", null, "PX-1").name()).isEqualTo("pony");
        assertThat(table.find(US, "custom", null, "PX-1").name()).isNull();
    }
}
