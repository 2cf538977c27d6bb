package io.fulfillmenthub.sandbox;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The marketplaces that sandbox buyers shop in, with people and places of the country. */
enum AmazonMarket {
    US(
            "ATVPDKIKX0DER",
            "Amazon.com",
            "USD",
            2,
            "0.0825",
            "1",
            "+1 206-555-01",
            List.of("Siobhan O'Brien", "Renée D'Angelo", "Maria Fernanda de la Cruz", "Cher", "John Smith Jr."),
            List.of("1200 5th Ave", "42 O'Farrell St", "7 Rock & Roll Blvd"),
            List.of("Seattle|WA|98101", "San Francisco|CA|94102", "Coeur d'Alene|ID|83814")),
    GB(
            "A1F83G8C2ARO7P",
            "Amazon.co.uk",
            "GBP",
            2,
            "0.20",
            "0.8",
            "+44 20 7946 01",
            List.of("Niamh O'Connor", "Zoë Brontë-Smythe", "Dafydd ap Gwilym"),
            List.of("221B Baker Street", "3 St John's Road", "Flat 4, The Old Mill"),
            List.of("London||NW1 6XE", "King's Lynn|Norfolk|PE30 1EZ", "Cardiff||CF10 1EP")),
    DE(
            "A1PA6795UKMFR9",
            "Amazon.de",
            "EUR",
            2,
            "0.19",
            "0.9",
            "+49 30 2312 51",
            List.of("Jürgen Müßig", "Änne Größl", "Karl-Heinz von der Tann", "Öykü Yılmaz"),
            List.of("Schloßstraße 12", "Am Königsgäßchen 3a", "Hauptstr. 7"),
            List.of("Berlin||10115", "Köln|Nordrhein-Westfalen|50667", "Gößweinstein|Bayern|91327")),
    JP(
            "A1VC38T7YXB528",
            "Amazon.co.jp",
            "JPY",
            0,
            "0.10",
            "150",
            "+81 3-5555-01",
            List.of("山田 花子", "佐藤 健", "鈴木 一郎"),
            List.of("丸の内1-9-1", "難波5丁目1-60", "大通西4丁目6"),
            List.of("千代田区|東京都|100-0005", "大阪市|大阪府|542-0076", "札幌市||060-0042"));

    final String id;
    final String channel;
    final String currency;
    final int decimals;
    final BigDecimal taxRate;
    final BigDecimal priceLevel;
    final String phonePrefix;
    final List<String> names;
    final List<String> streets;
    final List<String> places;

    AmazonMarket(
            String id,
            String channel,
            String currency,
            int decimals,
            String taxRate,
            String priceLevel,
            String phonePrefix,
            List<String> names,
            List<String> streets,
            List<String> places) {
        this.id = id;
        this.channel = channel;
        this.currency = currency;
        this.decimals = decimals;
        this.taxRate = new BigDecimal(taxRate);
        this.priceLevel = new BigDecimal(priceLevel);
        this.phonePrefix = phonePrefix;
        this.names = names;
        this.streets = streets;
        this.places = places;
    }

    static AmazonMarket of(String marketplaceId) {
        return Arrays.stream(values())
                .filter(market -> market.id.equals(marketplaceId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The sandbox has no buyers in marketplace "
                        + marketplaceId + "; take one of "
                        + Arrays.stream(values()).map(market -> market.id).toList()));
    }
}
