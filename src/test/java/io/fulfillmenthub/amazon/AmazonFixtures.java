package io.fulfillmenthub.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.amazon.AmazonJson.SearchOrdersResponse;
import io.fulfillmenthub.amazon.AmazonSettings.Account;
import io.fulfillmenthub.order.OrderPage;
import io.fulfillmenthub.order.OrderSearch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Settings and recorded answers for the tests of this package. */
final class AmazonFixtures {

    static final ObjectMapper JSON = new ObjectMapper();
    static final OrderSearch SEARCH = new OrderSearch("us", Instant.parse("2026-10-01T00:00:00Z"), null, true);

    private AmazonFixtures() {}

    static AmazonSettings settings(String baseUrl) {
        return settings(baseUrl, baseUrl);
    }

    static AmazonSettings settings(String baseUrl, String tokenBaseUrl) {
        return settings(baseUrl, tokenBaseUrl, false);
    }

    static AmazonSettings settings(String baseUrl, String tokenBaseUrl, boolean taxRegistrations) {
        Account account = new Account(
                "us",
                baseUrl + "/prefix/",
                "client",
                "secret&1",
                "Atzr|refresh",
                List.of("ATVPDKIKX0DER", "A2EUQ1WTGCTBG2"),
                "default",
                null,
                Map.of(),
                new AccountOrders(null, null, null, null, null, null),
                taxRegistrations,
                true);
        return new AmazonSettings(
                tokenBaseUrl + "/auth/o2/token",
                "FulfillmentHub/test",
                new AmazonSettings.RateLimits(null, null, null),
                List.of(account),
                Map.of(),
                List.of(),
                Map.of(),
                new NotificationSettings(true, Map.of(), "", "", ""));
    }

    static JsonNode read(String name) {
        try (InputStream stream = AmazonFixtures.class.getResourceAsStream("/fixtures/amazon/" + name)) {
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OrderPage page(JsonNode answer) {
        return new AmazonPages().toPage(SEARCH, JSON.convertValue(answer, SearchOrdersResponse.class));
    }
}
