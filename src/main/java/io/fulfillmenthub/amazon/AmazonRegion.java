package io.fulfillmenthub.amazon;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Amazon's three selling regions with their marketplaces (sp-api docs: endpoints, marketplace ids). */
enum AmazonRegion {
    NORTH_AMERICA("NA", Set.of("A2EUQ1WTGCTBG2", "ATVPDKIKX0DER", "A1AM78C64UM0Y8", "A2Q3Y263D00KWC")),
    EUROPE(
            "EU",
            Set.of(
                    "A28R8C7NBKEWEA",
                    "A1RKKUPIHCS9HS",
                    "A1F83G8C2ARO7P",
                    "A13V1IB3VIYZZH",
                    "AMEN7PMS3EDWL",
                    "A1805IZSGTT6HS",
                    "A1PA6795UKMFR9",
                    "APJ6JRA9NG5V4",
                    "A2NODRKZP88ZB9",
                    "AE08WJ6YKNBMC",
                    "A1C3SOZRARQ6R3",
                    "ARBP9OOSHTCHU",
                    "A33AVAJ2PDY3EV",
                    "A17E79C6D8DWNP",
                    "A2VIGQ35RCS4UG",
                    "A21TJRUUN4KGV")),
    FAR_EAST("FE", Set.of("A19VAU5U5O7RUS", "A39IBJ37TRP1C6", "A1VC38T7YXB528"));

    private final String code;
    private final String host;
    private final Set<String> marketplaceIds;

    AmazonRegion(String code, Set<String> marketplaceIds) {
        this.code = code;
        this.host = "sellingpartnerapi-" + code.toLowerCase(Locale.ROOT) + ".amazon.com";
        this.marketplaceIds = marketplaceIds;
    }

    /** @return the region a marketplace belongs to, empty for an id Amazon does not have */
    static Optional<AmazonRegion> ofMarketplace(String marketplaceId) {
        return Arrays.stream(values())
                .filter(region -> region.marketplaceIds.contains(marketplaceId))
                .findFirst();
    }

    /** @return the region whose own host, or its sandbox, the endpoint names; empty for any other host */
    static Optional<AmazonRegion> ofEndpoint(URI endpoint) {
        return Arrays.stream(values())
                .filter(region -> region.host.equalsIgnoreCase(endpoint.getHost())
                        || ("sandbox." + region.host).equalsIgnoreCase(endpoint.getHost()))
                .findFirst();
    }

    /** @return Amazon's short name of the region of these marketplaces, which are all in one; null when none is known */
    static String codeOf(List<String> marketplaceIds) {
        return marketplaceIds.stream()
                .flatMap(id -> ofMarketplace(id).stream())
                .map(region -> region.code)
                .findFirst()
                .orElse(null);
    }

    /** @return Amazon's endpoint of the region */
    String endpoint() {
        return "https://" + host;
    }
}
