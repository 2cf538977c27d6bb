package io.fulfillmenthub.commerce;

import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.Region;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Bean {@code commerceRegions}: the regions of a country in the shop's directory, asked for once an hour. */
public final class CommerceRegions {

    private static final int MOST = 300;
    private static final Duration LIFE = Duration.ofHours(1);

    private final ExpiringCache<String, List<Region>> cache;

    CommerceRegions(Clock clock) {
        this.cache = new ExpiringCache<>(MOST, LIFE, clock);
    }

    /** @return the search with the regions, if they are known already or the order has no country */
    public DirectorySearch begin(DirectorySearch search) {
        return country(search)
                .map(cache::get)
                .orElse(Optional.of(List.of()))
                .map(search::withRegions)
                .orElse(search);
    }

    /** @return the question for the regions of the destination's country; a shop may not know the country */
    public CommerceCall ask(DirectorySearch search) {
        return CommerceCall.get(
                        "get-regions",
                        search.order().key(),
                        CommerceCall.ALL_STORES,
                        "/V1/directory/countries/"
                                + CommerceUrl.encode(country(search).orElseThrow()),
                        List.of())
                .allowingAbsence();
    }

    /** @return the search with the country's regions */
    public DirectorySearch found(DirectorySearch search, CommerceJson.Country answer) {
        List<Region> regions = answer.regions().stream()
                .map(region -> new Region(region.id(), region.code(), region.name()))
                .toList();
        country(search).ifPresent(country -> cache.put(country, regions));
        return search.withRegions(regions);
    }

    private static Optional<String> country(DirectorySearch search) {
        Order order = search.order().order();
        return Optional.ofNullable(order.shipTo())
                .map(io.fulfillmenthub.order.Address::countryCode)
                .filter(code -> !code.isBlank())
                .map(code -> code.strip().toUpperCase(Locale.ROOT));
    }
}
