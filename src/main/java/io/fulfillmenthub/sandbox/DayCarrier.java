package io.fulfillmenthub.sandbox;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** The carriers of the simulated warehouses, each with the form of its tracking numbers: # stands for any digit. */
enum DayCarrier {
    UPS("ups", "United Parcel Service", "1Z999AA1##########"),
    USPS("usps", "United States Postal Service", "940011189922##########"),
    FEDEX("fedex", "Federal Express", "7###########"),
    DHL("dhl", "DHL", "00340434############"),
    ROYAL_MAIL("custom", "Royal Mail", "RM#########GB"),
    YAMATO("custom", "Yamato Transport", "4###########");

    private static final Map<AmazonMarket, DayCarrier[]> BY_MARKET = Map.of(
            AmazonMarket.US, new DayCarrier[] {UPS, USPS, FEDEX},
            AmazonMarket.GB, new DayCarrier[] {ROYAL_MAIL, UPS, DHL},
            AmazonMarket.DE, new DayCarrier[] {DHL, UPS},
            AmazonMarket.JP, new DayCarrier[] {YAMATO, DHL});

    private final String code;
    private final String title;
    private final String numbers;

    DayCarrier(String code, String title, String numbers) {
        this.code = code;
        this.title = title;
        this.numbers = numbers;
    }

    /** @return a parcel of a carrier that is usual in the country */
    static CommerceTrack track(AmazonMarket market, Random random) {
        DayCarrier[] usual = BY_MARKET.get(market);
        DayCarrier carrier = usual[random.nextInt(usual.length)];
        String number = carrier.numbers
                .chars()
                .map(c -> c == '#' ? '0' + random.nextInt(10) : c)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
        return new CommerceTrack(number, carrier.code, carrier.title);
    }
}
