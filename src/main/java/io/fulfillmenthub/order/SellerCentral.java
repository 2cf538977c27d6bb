package io.fulfillmenthub.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a seller manages orders and applications by hand: Seller Central of its marketplace (SP-API's list of Seller Central URLs). */
public final class SellerCentral {

    private static final String EUROPE = "sellercentral-europe.amazon.com";
    private static final Map<String, String> HOSTS = Map.ofEntries(
            Map.entry("ATVPDKIKX0DER", "sellercentral.amazon.com"),
            Map.entry("A2EUQ1WTGCTBG2", "sellercentral.amazon.ca"),
            Map.entry("A1AM78C64UM0Y8", "sellercentral.amazon.com.mx"),
            Map.entry("A2Q3Y263D00KWC", "sellercentral.amazon.com.br"),
            Map.entry("A1F83G8C2ARO7P", EUROPE),
            Map.entry("A1PA6795UKMFR9", EUROPE),
            Map.entry("A13V1IB3VIYZZH", EUROPE),
            Map.entry("APJ6JRA9NG5V4", EUROPE),
            Map.entry("A1RKKUPIHCS9HS", EUROPE),
            Map.entry("A28R8C7NBKEWEA", "sellercentral.amazon.ie"),
            Map.entry("AMEN7PMS3EDWL", "sellercentral.amazon.com.be"),
            Map.entry("A1805IZSGTT6HS", "sellercentral.amazon.nl"),
            Map.entry("A2NODRKZP88ZB9", "sellercentral.amazon.se"),
            Map.entry("A1C3SOZRARQ6R3", "sellercentral.amazon.pl"),
            Map.entry("A33AVAJ2PDY3EV", "sellercentral.amazon.com.tr"),
            Map.entry("A2VIGQ35RCS4UG", "sellercentral.amazon.ae"),
            Map.entry("A17E79C6D8DWNP", "sellercentral.amazon.sa"),
            Map.entry("ARBP9OOSHTCHU", "sellercentral.amazon.eg"),
            Map.entry("AE08WJ6YKNBMC", "sellercentral.amazon.co.za"),
            Map.entry("A21TJRUUN4KGV", "sellercentral.amazon.in"),
            Map.entry("A19VAU5U5O7RUS", "sellercentral.amazon.sg"),
            Map.entry("A39IBJ37TRP1C6", "sellercentral.amazon.com.au"),
            Map.entry("A1VC38T7YXB528", "sellercentral.amazon.co.jp"));

    private SellerCentral() {}

    /** @return its start page, empty when Seller Central is not known of any of the marketplaces */
    public static Optional<String> home(List<String> marketplaceIds) {
        return marketplaceIds.stream()
                .filter(HOSTS::containsKey)
                .findFirst()
                .map(id -> "https://" + HOSTS.get(id) + "/");
    }

    /** @return the page of the order, empty without a marketplace that Seller Central is known of */
    public static Optional<String> order(String marketplaceId, String amazonOrderId) {
        return Optional.ofNullable(marketplaceId)
                .map(HOSTS::get)
                .map(host -> "https://" + host + "/orders-v3/order/" + amazonOrderId);
    }
}
