package io.fulfillmenthub.sandbox;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the simulated shop is set up: its credentials and its store views.
 *
 * @param accessToken the integration's access token: a bearer token, and the {@code oauth_token} of OAuth 1.0a
 * @param restrictedAccessToken a bearer token that may read orders and nothing else
 * @param bearerEnabled whether an integration's token is accepted as a bearer token
 * @param customStatuses statuses beyond the built-in ones that belong to the state {@code processing}
 */
@ConfigurationProperties("sandbox.commerce")
record CommerceSettings(
        @DefaultValue("sandbox-access-token") String accessToken,
        @DefaultValue("sandbox-access-token-secret") String accessTokenSecret,
        @DefaultValue("sandbox-restricted-token") String restrictedAccessToken,
        @DefaultValue("sandbox-consumer-key") String consumerKey,
        @DefaultValue("sandbox-consumer-secret") String consumerSecret,
        @DefaultValue("true") boolean bearerEnabled,
        @DefaultValue("admin") String adminUsername,
        @DefaultValue("sandbox-admin-1") String adminPassword,
        @DefaultValue("amazon_unshipped") List<String> customStatuses,
        List<StoreView> stores) {

    CommerceSettings {
        stores = stores == null || stores.isEmpty() ? usual() : List.copyOf(stores);
    }

    Optional<StoreView> store(int id) {
        return stores.stream().filter(store -> store.id() == id).findFirst();
    }

    boolean knowsScope(String code) {
        return code.equals("all")
                || stores.stream().anyMatch(store -> store.code().equals(code));
    }

    private static List<StoreView> usual() {
        return List.of(
                new StoreView(1, "default", "Default Store View", "USD", "USD", "en_US", "UTC", 1),
                new StoreView(2, "de", "Germany", "EUR", "EUR", "de_DE", "Europe/Berlin", 2),
                new StoreView(3, "uk", "United Kingdom", "GBP", "GBP", "en_GB", "Europe/London", 3),
                new StoreView(4, "jp", "Japan", "JPY", "JPY", "ja_JP", "Asia/Tokyo", 4));
    }

    /**
     * One store view; every website has one store view.
     *
     * @param currency what its customers pay in
     * @param baseCurrency what its website keeps its books in
     */
    record StoreView(
            int id,
            String code,
            String name,
            String currency,
            String baseCurrency,
            @DefaultValue("en_US") String locale,
            @DefaultValue("UTC") String timezone,
            @DefaultValue("1") int websiteId) {

        String website() {
            return websiteId == 1 ? "base" : code;
        }
    }
}
