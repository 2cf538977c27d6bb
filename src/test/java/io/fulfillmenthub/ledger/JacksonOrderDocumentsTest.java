package io.fulfillmenthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.Buyer;
import io.fulfillmenthub.order.Charge;
import io.fulfillmenthub.order.ChargeType;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.Money;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.TaxRegistration;
import io.fulfillmenthub.order.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

class JacksonOrderDocumentsTest {

    private static final Money YEN = Money.of("1200", "JPY");

    private final OrderDocuments documents =
            new JacksonOrderDocuments(Jackson2ObjectMapperBuilder.json().build(), new Seal(List.of(TestKeys.FIRST)));

    @Test
    void givesBackAnEqualOrder() {
        Charge charge = new Charge(ChargeType.ITEM, YEN, Money.of("0", "JPY"), Money.of("0", "JPY"));
        OrderLine line = new OrderLine(
                "1",
                "SKU",
                "B0",
                "Title",
                2,
                0,
                List.of(charge),
                YEN,
                null,
                false,
                true,
                "Classic",
                "https://custom.example/1");
        Order order = new Order(
                "jp",
                "503-1",
                "A1VC38T7YXB528",
                Instant.parse("2026-03-01T10:00:00.123Z"),
                Instant.EPOCH,
                AmazonStatus.UNSHIPPED,
                "UNSHIPPED",
                FulfilledBy.MERCHANT,
                "AMAZON",
                Set.of("PRIME"),
                null,
                new TimeWindow(null, Instant.EPOCH),
                null,
                new Buyer("佐藤", null, null, null, List.of(new TaxRegistration("VAT", "1", null, null))),
                null,
                List.of(line),
                List.of(),
                YEN,
                List.of(),
                null);
        assertThat(documents.read(documents.write(order))).isEqualTo(order);
    }

    @Test
    void saysNothingOfATextItCannotRead() {
        assertThatThrownBy(() -> documents.read("{\"buyer\":\"Ada Lovelace"))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("cannot be read")
                .hasMessageNotContaining("Ada");
    }
}
