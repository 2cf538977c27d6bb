package io.fulfillmenthub.commerce;

import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.StoreView;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bean {@code commerceStores}: the shop's store views and their exchange rates, asked for once an hour. */
public final class CommerceStores {

    private static final int MOST = 1_000;
    private static final Duration LIFE = Duration.ofHours(1);

    private final ExpiringCache<String, StoreView> cache;

    CommerceStores(Clock clock) {
        this.cache = new ExpiringCache<>(MOST, LIFE, clock);
    }

    /** @return the search for an order's directory with the store view, if it is known already */
    public DirectorySearch begin(OrderImport order) {
        return new DirectorySearch(order, cache.get(order.storeCode()).orElse(null), null);
    }

    /** @return the question for every store view */
    public CommerceCall configurations(DirectorySearch search) {
        return CommerceCall.get(
                "get-stores", search.order().key(), CommerceCall.ALL_STORES, "/V1/store/storeConfigs", List.of());
    }

    /**
     * Finds the order's store view.
     *
     * @throws RejectedException when the shop has none of that code
     */
    public DirectorySearch configured(DirectorySearch search, List<CommerceJson.StoreConfig> stores) {
        stores.forEach(store -> cache.put(store.code(), toStoreView(store)));
        String code = search.order().storeCode();
        return cache.get(code)
                .map(search::withStore)
                .orElseThrow(() -> new RejectedException(
                        ReasonCode.COMMERCE_REFUSED,
                        "Commerce has no store view with the code " + code + "; correct amazon.accounts[].store-code"));
    }

    /** @return the question for the store view's exchange rates */
    public CommerceCall rates(DirectorySearch search) {
        return CommerceCall.get(
                "get-rates", search.order().key(), search.store().code(), "/V1/directory/currency", List.of());
    }

    /** @return the search with the store view's rates; a currency without a rate is asked for again the next time */
    public DirectorySearch rated(DirectorySearch search, CommerceJson.Currencies currencies) {
        StoreView store = search.store();
        Map<String, BigDecimal> rates = new HashMap<>(store.rates());
        currencies.exchangeRates().stream()
                .filter(rate -> rate.rate() != null && rate.rate().signum() > 0)
                .forEach(rate -> rates.putIfAbsent(rate.currencyTo(), rate.rate()));
        StoreView rated =
                new StoreView(store.id(), store.code(), store.websiteId(), store.baseCurrency(), Map.copyOf(rates));
        cache.put(store.code(), rated);
        return search.withStore(rated);
    }

    private static StoreView toStoreView(CommerceJson.StoreConfig store) {
        return new StoreView(
                store.id(),
                store.code(),
                store.websiteId(),
                store.baseCurrencyCode(),
                Map.of(store.baseCurrencyCode(), BigDecimal.ONE));
    }
}
