package io.fulfillmenthub.amazon;

import io.fulfillmenthub.order.CarrierRule;
import io.fulfillmenthub.order.CarrierTable;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.SellerAccount;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the hub reaches Amazon, {@code amazon}.
 *
 * @param tokenUrl {@code amazon.token-url}: Login with Amazon
 * @param userAgent {@code amazon.user-agent}: how the hub introduces itself, as SP-API asks for
 * @param rateLimits {@code amazon.rate-limits}
 * @param accounts {@code amazon.accounts}
 * @param carriers {@code amazon.carriers}: Amazon's carrierCode by Commerce's carrier code in lower case
 * @param carrierRules {@code amazon.carrier-rules}: finer rules, by marketplace and title; the first that fits counts
 * @param skuAliases {@code amazon.sku-aliases}: Commerce's SKU by the seller's SKU at Amazon, for every account
 * @param notifications {@code amazon.notifications}: the queues of Amazon's notifications
 */
@ConfigurationProperties(prefix = "amazon", ignoreUnknownFields = false)
public record AmazonSettings(
        @DefaultValue("https://api.amazon.com/auth/o2/token")
        String tokenUrl,

        @DefaultValue("FulfillmentHub/1.0 (Language=Java/17)")
        String userAgent,

        @DefaultValue RateLimits rateLimits,
        @DefaultValue List<Account> accounts,
        @DefaultValue Map<String, String> carriers,
        @DefaultValue List<CarrierRule> carrierRules,
        @DefaultValue Map<String, String> skuAliases,
        @DefaultValue NotificationSettings notifications) {

    private static final Map<String, String> KNOWN_CARRIERS =
            Map.of("ups", "UPS", "usps", "USPS", "fedex", "FedEx", "dhl", "DHL");

    /** @throws IllegalArgumentException with one sentence for each wrong value, naming its key and the remedy */
    public AmazonSettings {
        accounts = List.copyOf(accounts);
        carriers = withKnownCarriers(carriers);
        carrierRules = List.copyOf(carrierRules);
        skuAliases = Map.copyOf(skuAliases);
        AmazonSettingsCheck.require(tokenUrl, userAgent, rateLimits, accounts, carriers, carrierRules, skuAliases);
        NotificationCheck.require(notifications, accounts);
    }

    /**
     * A seller account of one region.
     *
     * @param id the name the hub gives it
     * @param endpoint the region's base URL, possibly with a path prefix
     * @param clientId Login with Amazon's client id of the application
     * @param clientSecret its secret
     * @param refreshToken the seller's authorisation of the application
     * @param marketplaceIds Amazon's marketplaces to import from
     * @param storeCode the Commerce store view that receives the orders
     * @param importOrdersFrom orders created earlier are never imported, null without a cut-off
     * @param skuAliases Commerce's SKU by the seller's SKU at Amazon, before {@code amazon.sku-aliases}
     * @param orders how its orders are created where that differs from {@code hub.orders}
     * @param taxRegistrations whether Amazon is asked for buyers' tax registrations
     * @param active whether it is polled and confirmed to
     */
    public record Account(
            String id,
            String endpoint,
            String clientId,
            String clientSecret,
            String refreshToken,
            @DefaultValue List<String> marketplaceIds,
            @DefaultValue("default") String storeCode,
            Instant importOrdersFrom,
            @DefaultValue Map<String, String> skuAliases,
            @DefaultValue AccountOrders orders,
            @DefaultValue("false") boolean taxRegistrations,
            @DefaultValue("true") boolean active) {

        public Account {
            marketplaceIds = List.copyOf(marketplaceIds);
            skuAliases = Map.copyOf(skuAliases);
        }

        URI url(String path) {
            return URI.create(baseUrl() + path);
        }

        /** @return the endpoint without a slash at its end */
        public String baseUrl() {
            return endpoint.strip().replaceAll("/+$", "");
        }

        /** @return the id, and nothing secret */
        @Override
        public String toString() {
            return "Account[" + id + "]";
        }
    }

    /**
     * The quotas of an account, by operation; the defaults are those of Amazon's models.
     *
     * @param searchOrders {@code amazon.rate-limits.search-orders}
     * @param getOrder {@code amazon.rate-limits.get-order}
     * @param confirmShipment {@code amazon.rate-limits.confirm-shipment}
     */
    public record RateLimits(RateLimit searchOrders, RateLimit getOrder, RateLimit confirmShipment) {

        public RateLimits {
            searchOrders = RateLimit.orElse(searchOrders, 0.0056, 20);
            getOrder = RateLimit.orElse(getOrder, 0.5, 30);
            confirmShipment = RateLimit.orElse(confirmShipment, 2, 10);
        }

        RateLimit of(AmazonOperation operation) {
            return switch (operation) {
                case SEARCH_ORDERS -> searchOrders;
                case GET_ORDER -> getOrder;
                case CONFIRM_SHIPMENT -> confirmShipment;
                case CREATE_FEED_DOCUMENT -> new RateLimit(0.5, 15.0);
                case CREATE_FEED -> new RateLimit(0.0083, 15.0);
                case GET_FEED -> new RateLimit(2.0, 15.0);
                case GET_FEEDS, GET_FEED_DOCUMENT -> new RateLimit(0.0222, 10.0);
                case GET_DESTINATIONS, CREATE_DESTINATION, GET_SUBSCRIPTIONS, CREATE_SUBSCRIPTION ->
                    new RateLimit(1.0, 5.0);
                case TOKEN, UPLOAD_FEED, DOWNLOAD_FEED ->
                    throw new IllegalArgumentException(operation.id() + " has no quota");
            };
        }
    }

    /**
     * A token bucket.
     *
     * @param rate requests per second
     * @param burst requests at once from a full bucket
     */
    public record RateLimit(Double rate, Double burst) {

        private static RateLimit orElse(RateLimit given, double rate, double burst) {
            return new RateLimit(
                    given == null || given.rate == null ? Double.valueOf(rate) : given.rate,
                    given == null || given.burst == null ? Double.valueOf(burst) : given.burst);
        }
    }

    /** @return the accounts as the rest of the hub knows them */
    public List<SellerAccount> toAccounts() {
        return accounts.stream()
                .map(account -> new SellerAccount(
                        account.id(),
                        AmazonRegion.codeOf(account.marketplaceIds()),
                        account.marketplaceIds(),
                        account.storeCode(),
                        account.importOrdersFrom(),
                        aliases(account),
                        account.orders().toOverrides(),
                        account.active()))
                .toList();
    }

    private Map<String, String> aliases(Account account) {
        Map<String, String> aliases = new HashMap<>(skuAliases);
        aliases.putAll(account.skuAliases());
        return aliases;
    }

    /** @return which of Amazon's carriers a Commerce track means */
    public CarrierTable toCarrierTable() {
        return new CarrierTable(carrierRules, carriers);
    }

    Account account(String id) {
        return accounts.stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RejectedException(
                        ReasonCode.AMAZON_UNAUTHORISED, "The account " + id + " is not in amazon.accounts any more"));
    }

    /** @return where the account stands in the configuration, such as {@code amazon.accounts[0]} */
    String key(String id) {
        return "amazon.accounts[" + accounts.indexOf(account(id)) + "]";
    }

    private static Map<String, String> withKnownCarriers(Map<String, String> configured) {
        Map<String, String> carriers = new TreeMap<>(KNOWN_CARRIERS);
        configured.forEach((carrier, code) -> carriers.put(carrier.toLowerCase(Locale.ROOT), code));
        return carriers;
    }
}
