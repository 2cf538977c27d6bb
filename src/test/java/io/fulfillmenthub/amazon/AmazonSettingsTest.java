package io.fulfillmenthub.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fulfillmenthub.order.OrderOverrides;
import io.fulfillmenthub.order.OrderSettings.Imports;
import io.fulfillmenthub.order.OrderSettings.StockCheck;
import io.fulfillmenthub.order.SellerAccount;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AmazonSettingsTest {

    @Test
    void hasDefaultsForEverythingButAccounts() {
        AmazonSettings settings = bind(Map.of());

        assertThat(settings.tokenUrl()).isEqualTo("https://api.amazon.com/auth/o2/token");
        assertThat(settings.accounts()).isEmpty();
        assertThat(settings.rateLimits().searchOrders()).isEqualTo(new AmazonSettings.RateLimit(0.0056, 20.0));
        assertThat(settings.rateLimits().getOrder()).isEqualTo(new AmazonSettings.RateLimit(0.5, 30.0));
        assertThat(settings.rateLimits().confirmShipment()).isEqualTo(new AmazonSettings.RateLimit(2.0, 10.0));
        assertThat(settings.carriers()).containsEntry("fedex", "FedEx").hasSize(4);
    }

    @Test
    void readsAnAccount() {
        AmazonSettings settings = bind(Map.of(
                "amazon.accounts[0].import-orders-from", "2026-01-01T00:00:00Z",
                "amazon.carriers.dpd", "DPD",
                "amazon.sku-aliases[A/B #1]", "CHILD-1",
                "amazon.sku-aliases[C%2]", "CHILD-2",
                "amazon.accounts[0].sku-aliases[C%2]", "OWN",
                "amazon.accounts[0].orders.import", "disabled",
                "amazon.accounts[0].orders.status", "amazon_new",
                "amazon.accounts[0].orders.stock-check", "off",
                "amazon.rate-limits.get-order.rate", "5"));

        assertThat(settings.toAccounts())
                .containsExactly(new SellerAccount(
                        "us",
                        "NA",
                        List.of("ATVPDKIKX0DER"),
                        "default",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Map.of("A/B #1", "CHILD-1", "C%2", "OWN"),
                        new OrderOverrides(Imports.DISABLED, null, null, "amazon_new", null, StockCheck.OFF),
                        true));
        assertThat(settings.carriers()).containsEntry("dpd", "DPD").containsEntry("ups", "UPS");
        assertThat(settings.rateLimits().getOrder()).isEqualTo(new AmazonSettings.RateLimit(5.0, 30.0));
    }

    @Test
    void neverShowsSecrets() {
        assertThat(bind(account()).toString()).doesNotContain("hush", "Atzr").contains("Account[us]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token-url|nowhere|amazon.token-url is no http(s) URL",
                "user-agent|''|amazon.user-agent is missing",
                "rate-limits.search-orders.rate|0|amazon.rate-limits.search-orders.rate is 0.0",
                "rate-limits.get-order.rate|NaN|amazon.rate-limits.get-order.rate is NaN",
                "rate-limits.confirm-shipment.burst|0.5|amazon.rate-limits.confirm-shipment.burst is 0.5",
                "carriers.dpd|''|amazon.carriers.dpd is missing",
                "accounts[0].id|' '|amazon.accounts[0].id is missing",
                "accounts[0].id|a/b|amazon.accounts[0].id has other characters",
                "accounts[0].client-id|''|amazon.accounts[0].client-id is missing: copy it",
                "accounts[0].client-secret|''|amazon.accounts[0].client-secret is missing: copy it",
                "accounts[0].refresh-token|''|amazon.accounts[0].refresh-token is missing: authorise",
                "accounts[0].store-code|' '|amazon.accounts[0].store-code is missing",
                "accounts[0].endpoint|''|amazon.accounts[0].endpoint is missing",
                "accounts[0].endpoint|ftp://x|amazon.accounts[0].endpoint is no http(s) URL",
                "accounts[0].endpoint|https://sellingpartnerapi-eu.amazon.com|marketplace-ids[0] is ATVPDKIKX0DER, which the",
                "accounts[0].marketplace-ids[0]|USA|amazon.accounts[0].marketplace-ids[0] is USA, which is no marketplace",
            })
    void refusesWrongValuesWithTheKeyAndTheRemedy(String key, String value, String message) {
        Throwable refusal = catchThrowable(() -> bind(Map.of("amazon." + key, value)));

        assertThat(refusal).rootCause().hasMessageContaining(message).hasMessageNotContaining("hush");
        assertThat(refusal).rootCause().message().matches("(?s).*: .*\\.");
    }

    @Test
    void refusesTwoAccountsWithOneIdAndAccountsWithoutMarketplaces() {
        Map<String, String> keys = new HashMap<>();
        keys.put("amazon.accounts[1].id", "us");

        assertThat(catchThrowable(() -> bind(keys)))
                .rootCause()
                .hasMessageContaining("amazon.accounts[1].id is the id of amazon.accounts[0] as well")
                .hasMessageContaining("amazon.accounts[1].marketplace-ids is missing")
                .hasMessageContaining("amazon.accounts[1].client-secret is missing");
    }

    @Test
    void letsAnyOtherHostServeAnyMarketplaceUnderAPathPrefix() {
        AmazonSettings settings = bind(Map.of("amazon.accounts[0].endpoint", "http://localhost:9090/amazon/"));

        assertThat(settings.account("us").url("/orders")).hasToString("http://localhost:9090/amazon/orders");
    }

    private static AmazonSettings bind(Map<String, String> more) {
        Map<String, String> keys = new HashMap<>(more.isEmpty() ? Map.of() : account());
        keys.putAll(more);
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate("amazon", Bindable.of(AmazonSettings.class));
    }

    private static Map<String, String> account() {
        return Map.of(
                "amazon.accounts[0].id", "us",
                "amazon.accounts[0].endpoint", "https://sellingpartnerapi-na.amazon.com",
                "amazon.accounts[0].client-id", "client",
                "amazon.accounts[0].client-secret", "hush",
                "amazon.accounts[0].refresh-token", "Atzr|hush",
                "amazon.accounts[0].marketplace-ids[0]", "ATVPDKIKX0DER");
    }
}
