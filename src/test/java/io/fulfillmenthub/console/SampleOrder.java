package io.fulfillmenthub.console;

import io.fulfillmenthub.order.Address;
import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.Buyer;
import io.fulfillmenthub.order.Charge;
import io.fulfillmenthub.order.ChargeType;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.Money;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.TaxRegistration;
import io.fulfillmenthub.order.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A made-up order that has everything a page can show. */
public final class SampleOrder {

    /** Two items, one shipped in part. */
    public static final Order WITH_TWO_ITEMS = new Order(
            "us",
            "111-2222222-3333333",
            "ATVPDKIKX0DER",
            Instant.parse("2026-03-01T10:00:00Z"),
            Instant.parse("2026-03-01T10:20:00Z"),
            AmazonStatus.PARTIALLY_SHIPPED,
            "PARTIALLY_SHIPPED",
            FulfilledBy.MERCHANT,
            "AMAZON",
            Set.of("PRIME"),
            "STANDARD",
            new TimeWindow(null, Instant.parse("2026-03-03T08:00:00Z")),
            TimeWindow.OPEN,
            new Buyer(
                    "Ada Lovelace",
                    "x@marketplace.example",
                    "Engines Ltd",
                    "PO-7781",
                    List.of(new TaxRegistration("VAT", "GB1815", "Engines Limited", "Office Nine"))),
            new Address(
                    "Ada Lovelace",
                    null,
                    List.of("12 Analytical Ave", "Apt 4"),
                    "Seattle",
                    null,
                    "WA",
                    "98101",
                    "US",
                    null),
            List.of(
                    new OrderLine(
                            "1",
                            "KETTLE-RED",
                            "B00EXAMPLE1",
                            "Kettle <red>",
                            2,
                            1,
                            List.of(
                                    charge(ChargeType.ITEM, "79.80", "7.18"),
                                    charge(ChargeType.SHIPPING, "4.99", "0.45")),
                            usd("92.42"),
                            "Happy birthday",
                            false,
                            true,
                            "Classic",
                            "https://custom.example/k?a=1&b=2"),
                    new OrderLine(
                            "2",
                            "MUG",
                            "B00EXAMPLE2",
                            "Mug",
                            4,
                            0,
                            List.of(),
                            null,
                            null,
                            true,
                            false,
                            null,
                            "javascript:alert(1)")),
            List.of(),
            usd("1127.26"),
            List.of(),
            null);

    private SampleOrder() {}

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static Charge charge(ChargeType type, String amount, String tax) {
        return new Charge(type, usd(amount), usd(tax), usd("0"));
    }
}
