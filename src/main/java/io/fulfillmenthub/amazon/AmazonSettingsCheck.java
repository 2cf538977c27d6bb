package io.fulfillmenthub.amazon;

import io.fulfillmenthub.amazon.AmazonSettings.Account;
import io.fulfillmenthub.amazon.AmazonSettings.RateLimit;
import io.fulfillmenthub.amazon.AmazonSettings.RateLimits;
import io.fulfillmenthub.order.CarrierRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The review of {@code amazon.*} at start: every wrong value becomes one sentence with its key and the remedy. */
final class AmazonSettingsCheck {

    private final List<String> problems = new ArrayList<>();

    private AmazonSettingsCheck() {}

    static void require(
            String tokenUrl,
            String userAgent,
            RateLimits rateLimits,
            List<Account> accounts,
            Map<String, String> carriers,
            List<CarrierRule> carrierRules,
            Map<String, String> skuAliases) {
        AmazonSettingsCheck check = new AmazonSettingsCheck();
        check.url("amazon.token-url", tokenUrl, "https://api.amazon.com/auth/o2/token");
        check.present("amazon.user-agent", userAgent, "name the application, such as FulfillmentHub/1.0");
        check.limit("amazon.rate-limits.search-orders", rateLimits.searchOrders());
        check.limit("amazon.rate-limits.get-order", rateLimits.getOrder());
        check.limit("amazon.rate-limits.confirm-shipment", rateLimits.confirmShipment());
        check.accounts(accounts);
        carriers.forEach((carrier, code) ->
                check.present("amazon.carriers." + carrier, code, "give Amazon's carrierCode, such as UPS"));
        check.carrierRules(carrierRules);
        check.aliases("amazon.sku-aliases", skuAliases);
        if (!check.problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", check.problems));
        }
    }

    private void carrierRules(List<CarrierRule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            String key = "amazon.carrier-rules[" + i + "]";
            CarrierRule rule = rules.get(i);
            present(key + ".code", rule.code(), "give Amazon's carrierCode, such as UPS, or Other");
            unblank(key + ".carrier", rule.carrier());
            unblank(key + ".title", rule.title());
            unblank(key + ".name", rule.name());
            unblank(key + ".method", rule.method());
            if (rule.marketplace() == null && rule.carrier() == null && rule.title() == null) {
                problem(key, "fits every parcel", "give it a marketplace, a carrier or a title");
            }
            if (rule.marketplace() != null
                    && AmazonRegion.ofMarketplace(rule.marketplace()).isEmpty()) {
                problem(key + ".marketplace", "is no marketplace of Amazon", "use an id such as ATVPDKIKX0DER");
            }
        }
    }

    private void aliases(String key, Map<String, String> aliases) {
        aliases.forEach((sku, commerceSku) ->
                present(key + "[" + sku + "]", commerceSku, "give the SKU of the product in Commerce"));
    }

    private void accounts(List<Account> accounts) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < accounts.size(); i++) {
            String key = "amazon.accounts[" + i + "]";
            account(key, accounts.get(i));
            Integer first = seen.putIfAbsent(String.valueOf(accounts.get(i).id()), i);
            if (first != null && accounts.get(i).id() != null) {
                problem(key + ".id", "is the id of amazon.accounts[" + first + "] as well", "give each its own");
            }
        }
    }

    private void account(String key, Account account) {
        present(key + ".id", account.id(), "give the account a short name, such as us");
        if (account.id() != null && !account.id().matches("[A-Za-z0-9._-]{0,40}")) {
            problem(key + ".id", "has other characters than letters, digits, dot, dash, underscore", "use up to 40");
        }
        present(key + ".client-id", account.clientId(), "copy it from the application in Seller Central");
        present(key + ".client-secret", account.clientSecret(), "copy it from the application in Seller Central");
        present(key + ".refresh-token", account.refreshToken(), "authorise the application in Seller Central");
        present(key + ".store-code", account.storeCode(), "name the Commerce store view, such as default");
        if (account.orders().status() != null && account.orders().status().isBlank()) {
            problem(key + ".orders.status", "is blank", "give default or a Commerce status code");
        }
        aliases(key + ".sku-aliases", account.skuAliases());
        Optional<URI> endpoint = url(key + ".endpoint", account.endpoint(), AmazonRegion.NORTH_AMERICA.endpoint());
        marketplaces(key + ".marketplace-ids", account.marketplaceIds(), endpoint.flatMap(AmazonRegion::ofEndpoint));
    }

    private void marketplaces(String key, List<String> ids, Optional<AmazonRegion> region) {
        if (ids.isEmpty()) {
            problem(key, "is missing", "list the marketplaces to import from, such as ATVPDKIKX0DER");
        }
        for (int i = 0; i < ids.size(); i++) {
            marketplace(key + "[" + i + "]", ids.get(i), region);
        }
    }

    private void marketplace(String key, String id, Optional<AmazonRegion> region) {
        Optional<AmazonRegion> home = AmazonRegion.ofMarketplace(id);
        if (home.isEmpty()) {
            problem(key, "is " + id + ", which is no marketplace of Amazon", "use an id such as ATVPDKIKX0DER");
        } else if (region.isPresent() && !region.equals(home)) {
            problem(
                    key,
                    "is " + id + ", which the account's endpoint does not serve",
                    "use the endpoint " + home.get().endpoint() + " or a marketplace of the endpoint's region");
        }
    }

    private void limit(String key, RateLimit limit) {
        if (!(limit.rate() > 0) || limit.rate().isInfinite()) {
            problem(key + ".rate", "is " + limit.rate(), "give requests per second above 0");
        }
        if (!(limit.burst() >= 1) || limit.burst().isInfinite()) {
            problem(key + ".burst", "is " + limit.burst(), "give a number of requests of at least 1");
        }
    }

    private Optional<URI> url(String key, String text, String example) {
        if (text == null || text.isBlank()) {
            problem(key, "is missing", "give a URL such as " + example);
            return Optional.empty();
        }
        Optional<URI> url = webAddress(text.strip());
        if (url.isEmpty()) {
            problem(key, "is no http(s) URL without query", "give a URL such as " + example);
        }
        return url;
    }

    private static Optional<URI> webAddress(String text) {
        try {
            URI url = new URI(text);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            boolean plain = url.getHost() != null && url.getQuery() == null && url.getFragment() == null;
            return web && plain && url.getUserInfo() == null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private void unblank(String key, String text) {
        if (text != null && text.isBlank()) {
            problem(key, "is blank", "give a text, or remove it");
        }
    }

    private void present(String key, String text, String remedy) {
        if (text == null || text.isBlank()) {
            problem(key, "is missing", remedy);
        }
    }

    private void problem(String key, String what, String remedy) {
        problems.add(key + " " + what + ": " + remedy + ".");
    }
}
