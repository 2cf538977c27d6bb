package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Six accounts of all three regions at once: three work, one of them in two marketplaces; one only shows its orders, one
 * rests, and the secret of one is refused. The shop wants requests that are signed (OAuth 1.0a).
 */
class AccountScenarioTest {

    private static final String DE = "A1PA6795UKMFR9";
    private static final String UK = "A1F83G8C2ARO7P";
    private static final String MX = "A1AM78C64UM0Y8";
    private static final String CA = "A2EUQ1WTGCTBG2";
    private static final String AU = "A39IBJ37TRP1C6";

    private static Path secret;
    private static Path shopSecret;
    private static HubWorld world;
    private static AmazonWorld amazon;
    private static Shop shop;
    private static Hub hub;

    @BeforeAll
    static void open() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "secrets");
        secret = Files.writeString(folder.resolve("mx-refresh-token"), "Atzr|revoked\n");
        shopSecret = Files.writeString(folder.resolve("shop-secret"), "sandbox-access-token-secret\n");
        Map<String, Object> settings = new LinkedHashMap<>();
        account(settings, 2, "eu", "de", DE, UK);
        settings.put("amazon.accounts[2].orders.number-source", "amazon");
        account(settings, 3, "mx", "default", MX);
        settings.put("amazon.accounts[3].refresh-token", "${mx-refresh-token}");
        account(settings, 4, "ca", "default", CA);
        settings.put("amazon.accounts[4].active", false);
        account(settings, 5, "au", "default", AU);
        settings.put("amazon.accounts[5].orders.import", "disabled");
        settings.put("commerce.auth", "oauth1");
        settings.put("commerce.consumer-key", "sandbox-consumer-key");
        settings.put("commerce.consumer-secret", "sandbox-consumer-secret");
        settings.put("commerce.access-token-secret", "${shop-secret}");
        settings.put("spring.config.import", "configtree:" + folder.toAbsolutePath() + "/");
        world = HubWorld.prepare(settings, partners());
        world.startHub();
        amazon = world.sandbox().bean(AmazonWorld.class);
        shop = new Shop(world.sandbox().baseUrl());
        hub = new Hub(world.hubUrl());
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void importsForEveryAccountIntoItsOwnStoreViewWhateverIsWrongWithOthers() {
        String us = place(901, "ATVPDKIKX0DER");
        String de = place(902, DE);
        String uk = place(903, UK);
        String jp = place(904, "A1VC38T7YXB528");

        hub.await("us", us, "IMPORTED");
        hub.await("eu", de, "IMPORTED");
        hub.await("eu", uk, "IMPORTED");
        hub.await("jp", jp, "IMPORTED");

        assertThat(List.of(us, de, uk, jp))
                .extracting(id -> shop.order(id).path("store_id").asInt())
                .containsExactly(1, 2, 2, 4);
        assertThat(List.of(us, de, uk, jp))
                .extracting(id -> shop.order(id).path("order_currency_code").asText())
                .containsExactly("USD", "EUR", "GBP", "JPY");
        assertThat(shop.order(uk).path("base_currency_code").asText()).isEqualTo("EUR");
        assertThat(shop.order(de).path("increment_id").asText()).isEqualTo(de);
        assertThat(shop.order(us).path("increment_id").asText()).isNotEqualTo(us);
        assertThat(fare("us").path("state").asText()).isEqualTo("WORKING");
        assertThat(fare("eu").path("region").asText()).isEqualTo("EU");
    }

    @Test
    void onlyShowsTheOrdersOfAnAccountThatImportsNone() {
        String id = place(905, AU);

        JsonNode order = hub.await("au", id, "NOT_IMPORTED");

        assertThat(order.path("reason").asText()).isEqualTo("IMPORT_DISABLED");
        assertThat(order.path("sellerCentralUrl").asText())
                .isEqualTo("https://sellercentral.amazon.com.au/orders-v3/order/" + id);
        assertThat(order.path("items")).isNotEmpty();
        assertThat(order.path("address").path("city").asText()).isNotBlank();
        assertThat(shop.orders(id)).isEmpty();
    }

    @Test
    void stopsAnAccountWhoseSecretIsRefusedUntilItIsRotatedWithoutARestart() throws Exception {
        String id = place(906, MX);
        Awaitility.await().until(() -> fare("mx").path("state").asText().equals("UNAUTHORISED"));
        JsonNode alarm = fare("mx");
        assertThat(alarm.path("error").asText()).contains("amazon.accounts[3].refresh-token");
        assertThat(alarm.path("nextStep").asText()).contains("Authorise the application again");
        JsonNode lane = hub.get("/actuator/health")
                .path("components")
                .path("amazon")
                .path("details")
                .path("amazon-orders/mx");
        assertThat(lane.path("reason").asText()).isEqualTo("AMAZON_UNAUTHORISED");
        JsonNode errors = hub.get("/api/errors?account=mx").path("items");
        assertThat(errors.get(0).path("region").asText()).isEqualTo("NA");
        assertThat(errors.get(0).path("code").asText()).isEqualTo("invalid_grant");
        assertThat(warningsDuringThreeMoreRefusals()).noneMatch(warning -> warning.contains("amazon-orders/mx"));

        shop.post("/control/commerce/rates/MXN/17.25", "");
        Files.writeString(secret, "Atzr|sandbox-mx\n");

        hub.await("mx", id, "IMPORTED");
        assertThat(fare("mx").path("state").asText()).isEqualTo("WORKING");
    }

    private List<String> warningsDuringThreeMoreRefusals() {
        Logger failures = (Logger) LoggerFactory.getLogger("io.fulfillmenthub.ledger.Failures");
        ListAppender<ILoggingEvent> warnings = new ListAppender<>();
        warnings.start();
        int before = hub.get("/api/errors?account=mx").path("total").asInt();
        failures.addAppender(warnings);
        Awaitility.await()
                .until(() -> hub.get("/api/errors?account=mx").path("total").asInt() >= before + 3);
        failures.detachAppender(warnings);
        return List.copyOf(warnings.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void goesOnWhenTheShopsSecretIsRotatedWithoutARestart() throws Exception {
        Files.writeString(shopSecret, "revoked\n");
        String id = place(909, "ATVPDKIKX0DER");
        assertThat(hub.await("us", id, "NEEDS_ATTENTION").path("reason").asText())
                .isEqualTo("COMMERCE_UNAUTHORISED");
        Awaitility.await().until(() -> shipments().path("reason").asText().equals("COMMERCE_UNAUTHORISED"));

        Files.writeString(shopSecret, "sandbox-access-token-secret\n");

        hub.await("us", id, "IMPORTED");
        Awaitility.await().until(() -> shipments().path("reason").isMissingNode());
    }

    @Test
    void asksAnAccountThatRestsForNothing() {
        String resting = place(907, CA);
        String other = place(908, "ATVPDKIKX0DER");
        hub.await("us", other, "IMPORTED");

        assertThat(fare("ca").path("state").asText()).isEqualTo("INACTIVE");
        assertThat(hub.order("ca", resting).has("error")).isTrue();
    }

    private static JsonNode shipments() {
        return hub.get("/actuator/health").at("/components/commerce/details/commerce-shipments");
    }

    private static JsonNode fare(String account) {
        for (JsonNode entry : hub.get("/api/accounts").path("items")) {
            if (entry.path("id").asText().equals(account)) {
                return entry;
            }
        }
        throw new AssertionError("No account " + account);
    }

    private static String place(long seed, String marketplace) {
        boolean simulated = List.of(MX, CA, AU).stream().noneMatch(marketplace::equals);
        ObjectNode order = AmazonOrders.seeded(seed)
                .in(simulated ? marketplace : "ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
        ((ObjectNode) order.path("salesChannel")).put("marketplaceId", marketplace);
        amazon.place(order);
        return order.path("orderId").asText();
    }

    private static Map<String, Object> partners() {
        Map<String, Object> partners = new LinkedHashMap<>();
        List<String> ids = List.of("us", "jp", "eu", "mx", "ca", "au");
        List<String> markets = List.of("ATVPDKIKX0DER", "A1VC38T7YXB528", DE + "," + UK, MX, CA, AU);
        for (int i = 0; i < ids.size(); i++) {
            String key = "sandbox.amazon.accounts[" + i + "].";
            partners.put(key + "id", ids.get(i));
            credentials(partners, key, ids.get(i));
            partners.put(key + "marketplace-ids", markets.get(i));
        }
        return partners;
    }

    private static void account(
            Map<String, Object> settings, int index, String id, String store, String... marketplaces) {
        String key = "amazon.accounts[" + index + "].";
        settings.put(key + "id", id);
        settings.put(key + "endpoint", "${amazon.accounts[0].endpoint}");
        credentials(settings, key, id);
        settings.put(key + "marketplace-ids", String.join(",", marketplaces));
        settings.put(key + "store-code", store);
    }

    private static void credentials(Map<String, Object> settings, String key, String id) {
        settings.put(key + "client-id", "amzn1.application-oa2-client.sandbox-" + id);
        settings.put(key + "client-secret", "amzn1.oa2-cs.v1.sandbox-" + id);
        settings.put(key + "refresh-token", "Atzr|sandbox-" + id);
    }
}
