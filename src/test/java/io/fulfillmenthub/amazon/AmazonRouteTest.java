package io.fulfillmenthub.amazon;

import static io.fulfillmenthub.amazon.AmazonWorld.html;
import static io.fulfillmenthub.amazon.AmazonWorld.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fulfillmenthub.order.Carrier;
import io.fulfillmenthub.order.DuePackage;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderPage;
import io.fulfillmenthub.order.OrderSearch;
import io.fulfillmenthub.order.OutcomeUnknownException;
import io.fulfillmenthub.order.PageTokenExpiredException;
import io.fulfillmenthub.order.QuotaExhaustedException;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RetryableException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmazonRouteTest {

    private static final OrderKey KEY = new OrderKey("us", "111-0000001-0000001");
    private static final String BUSY =
            "{\"errors\":[{\"code\":\"QuotaExceeded\",\"message\":\"You exceeded your quota\"}]}";
    private static final String DENIED = "{\"errors\":[{\"code\":\"Unauthorized\",\"message\":\"Access is denied\"}]}";

    private AmazonWorld amazon;
    private AmazonRoutes routes;

    @BeforeEach
    void start() throws Exception {
        amazon = new AmazonWorld();
        routes = new AmazonRoutes(AmazonFixtures.settings(amazon.url()));
    }

    @AfterEach
    void stop() throws Exception {
        routes.close();
        amazon.close();
    }

    @Test
    void asksForAPageOfChangedOrders() {
        amazon.next(
                json(200, AmazonFixtures.read("us-multi-line.json").toString(), "x-amzn-RateLimit-Limit", "0.0112"));

        OrderPage page = routes.ask("amazon-order-search", AmazonFixtures.SEARCH, OrderPage.class);

        assertThat(page.orders()).hasSize(1);
        assertThat(page.search()).isEqualTo(AmazonFixtures.SEARCH);
        AmazonWorld.Request request = amazon.calls.get(0);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/prefix/orders/2026-01-01/orders");
        assertThat(query(request))
                .isEqualTo("lastUpdatedAfter=2026-10-01T00:00:00Z&marketplaceIds=ATVPDKIKX0DER,A2EUQ1WTGCTBG2"
                        + "&includedData=BUYER,RECIPIENT,PROCEEDS,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES"
                        + "&maxResultsPerPage=100");
        assertThat(request.header("x-amz-access-token")).isEqualTo("Atza|token-1");
        assertThat(request.header("User-Agent")).isEqualTo("FulfillmentHub/test");
        assertThat(request.body()).isEmpty();
        assertThat(routes.quotas.learnt).containsExactly("search-orders 0.0112");
    }

    @Test
    void repeatsEveryParameterWithAPageTokenInAnySpelling() {
        OrderSearch search = new OrderSearch("us", Instant.parse("2026-10-01T00:00:00.123456Z"), "a+b/c=&%20", true);

        routes.ask("amazon-order-search", search, OrderPage.class);

        assertThat(query(amazon.calls.get(0)))
                .startsWith("lastUpdatedAfter=2026-10-01T00:00:00.123Z&marketplaceIds=")
                .contains("&maxResultsPerPage=100&paginationToken=");
        assertThat(amazon.calls.get(0).query()).endsWith("paginationToken=a%2Bb%2Fc%3D%26%2520");
    }

    @Test
    void letsNothingLeakIntoTheRequestNorOutOfIt() {
        Exchange exchange = routes.send("amazon-order-search", AmazonFixtures.SEARCH, "HubOrderId", "us/1");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders()).containsOnlyKeys("HubOrderId");
        assertThat(exchange.getVariables()).containsOnlyKeys("due");
        assertThat(amazon.calls.get(0).header("HubOrderId")).isEmpty();
    }

    @Test
    void leaksNothingWhenACallFails() {
        amazon.always(AmazonWorld.reset());

        Exchange exchange = routes.send("amazon-order-search", AmazonFixtures.SEARCH, "HubOrderId", "us/1");

        assertThat(exchange.getException()).isInstanceOf(RetryableException.class);
        assertThat(exchange.getMessage().getHeaders()).containsOnlyKeys("HubOrderId");
        assertThat(exchange.getMessage().getBody(String.class)).doesNotContain("Atza", "Atzr");
    }

    @Test
    void asksForOneOrder() {
        JsonNode order = AmazonFixtures.read("us-multi-line.json").at("/orders/0");
        amazon.next(json(200, "{\"order\":" + order + "}"));

        Order read = routes.ask("amazon-order-get", KEY, Order.class);

        assertThat(read.key()).isEqualTo(KEY);
        assertThat(amazon.calls.get(0).path()).isEqualTo("/prefix/orders/2026-01-01/orders/111-0000001-0000001");
    }

    @Test
    void confirmsAPackage() throws Exception {
        amazon.next(AmazonWorld.answer(204, "application/json", ""));

        assertThat(routes.ask("amazon-shipment-confirm", due("FedEx"), DuePackage.class))
                .isEqualTo(due("FedEx"));

        AmazonWorld.Request request = amazon.calls.get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/prefix/orders/v0/orders/111-0000001-0000001/shipmentConfirmation");
        assertThat(request.header("Content-Type")).startsWith("application/json");
        assertThat(AmazonFixtures.JSON.readTree(request.body())).isEqualTo(AmazonFixtures.JSON.readTree("""
                {"marketplaceId":"ATVPDKIKX0DER","packageDetail":{"packageReferenceId":"3","carrierCode":"FedEx",
                "trackingNumber":"112345678","shipDate":"2026-10-02T10:00:00Z",
                "orderItems":[{"orderItemId":"1","quantity":2},{"orderItemId":"2","quantity":1}]}}"""));
    }

    @Test
    void namesCarriersThatAreNotListedByTheirTitle() throws Exception {
        amazon.always(AmazonWorld.answer(204, "application/json", ""));

        routes.ask("amazon-shipment-confirm", due("custom"), DuePackage.class);

        JsonNode detail =
                AmazonFixtures.JSON.readTree(amazon.calls.get(0).body()).get("packageDetail");
        assertThat(detail.get("carrierCode").asText()).isEqualTo("Other");
        assertThat(detail.get("carrierName").asText()).isEqualTo("Local Courier");
    }

    @Test
    void asksForOneTokenHoweverManyCallsNeedOne() throws Exception {
        CountDownLatch together = new CountDownLatch(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<OrderPage>> callers = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<OrderPage>) () -> {
                    together.countDown();
                    together.await();
                    return routes.ask("amazon-order-search", AmazonFixtures.SEARCH, OrderPage.class);
                })
                .toList();

        for (Future<OrderPage> page : threads.invokeAll(callers)) {
            assertThat(page.get().orders()).isEmpty();
        }
        threads.shutdownNow();

        assertThat(amazon.calls).hasSize(8);
        assertThat(amazon.tokenCalls).hasSize(1);
        AmazonWorld.Request request = amazon.tokenCalls.get(0);
        assertThat(request.header("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(request.body())
                .isEqualTo(
                        "grant_type=refresh_token&refresh_token=Atzr%7Crefresh&client_id=client&client_secret=secret%261");
    }

    @Test
    void renewsTheTokenBeforeItExpires() {
        routes.search();
        routes.clock.advance(Duration.ofSeconds(3299));
        routes.search();
        assertThat(amazon.tokenCalls).hasSize(1);

        routes.clock.advance(Duration.ofSeconds(2));
        routes.search();

        assertThat(amazon.tokenCalls).hasSize(2);
        assertThat(amazon.calls.get(2).header("x-amz-access-token")).isEqualTo("Atza|token-2");
    }

    @Test
    void usesShortLivedTokensForHalfTheirLife() {
        amazon.nextToken(json(200, "{\"access_token\":\"short\",\"expires_in\":60}"));
        routes.search();
        routes.clock.advance(Duration.ofSeconds(29));
        routes.search();
        assertThat(amazon.tokenCalls).hasSize(1);

        routes.clock.advance(Duration.ofSeconds(2));
        routes.search();

        assertThat(amazon.tokenCalls).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"401", "403"})
    void repeatsACallOnceWithAFreshTokenWhenAmazonRefusesTheOldOne(int status) {
        routes.search();
        amazon.next(json(status, DENIED));

        routes.search();

        assertThat(amazon.tokenCalls).hasSize(2);
        assertThat(amazon.calls)
                .extracting(call -> call.header("x-amz-access-token"))
                .containsExactly("Atza|token-1", "Atza|token-1", "Atza|token-2");
        assertThat(routes.quotas.taken).hasSize(3);
    }

    @Test
    void givesUpWhenAmazonRefusesTheFreshTokenToo() {
        amazon.always(json(403, DENIED, "x-amzn-RequestId", "r-1"));

        RejectedException refusal = routes.fail("amazon-order-get", KEY, RejectedException.class);

        assertThat(refusal.reason()).isEqualTo(ReasonCode.AMAZON_UNAUTHORISED);
        assertThat(refusal.failure().orElseThrow().requestId()).isEqualTo("r-1");
        assertThat(amazon.calls).hasSize(2);
        assertThat(amazon.tokenCalls).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_grant,amazon.accounts[0].refresh-token",
        "invalid_client,amazon.accounts[0].client-secret",
        "unauthorized_client,amazon.accounts[0].client-id",
        "access_denied,amazon.accounts[0].client-id"
    })
    void namesTheKeyToMendWhenLoginWithAmazonRefusesAnAccount(String error, String key) {
        amazon.nextToken(json(400, "{\"error\":\"" + error + "\",\"error_description\":\"Atzr|refresh is bad\"}"));

        RejectedException refusal = routes.fail("amazon-order-search", AmazonFixtures.SEARCH, RejectedException.class);

        assertThat(refusal.reason()).isEqualTo(ReasonCode.AMAZON_UNAUTHORISED);
        assertThat(refusal)
                .hasMessageContaining(key)
                .hasMessageNotContaining("Atzr")
                .hasMessageNotContaining("secret&1");
        assertThat(amazon.calls).isEmpty();
        assertThat(routes.quotas.taken).isEmpty();
    }

    @Test
    void triesLoginWithAmazonAgainAfterItsOwnTrouble() {
        amazon.nextToken(json(503, "{\"error\":\"temporarily_unavailable\"}"))
                .nextToken(html(502))
                .nextToken(json(400, "{\"error\":\"server_error\"}"))
                .nextToken(json(200, "{\"access_token\":"))
                .nextToken(json(200, "{\"expires_in\":3600}"))
                .nextToken(html(200))
                .nextToken(AmazonWorld.reset());

        for (int trouble = 0; trouble < 7; trouble++) {
            RetryableException failure = routes.fail("amazon-shipment-confirm", due("UPS"), RetryableException.class);
            assertThat(failure.failure().orElseThrow().operation()).isEqualTo("token");
            assertThat(failure).isNotInstanceOf(OutcomeUnknownException.class);
        }
        amazon.next(AmazonWorld.answer(204, "application/json", ""));
        routes.ask("amazon-shipment-confirm", due("UPS"), DuePackage.class);

        assertThat(amazon.tokenCalls).hasSize(8);
        assertThat(amazon.calls).hasSize(1);
    }

    @Test
    void pausesTheLaneWhenAmazonSaysThatItsQuotaIsUsedUp() {
        amazon.always(json(429, BUSY));

        RetryableException search = routes.fail("amazon-order-search", AmazonFixtures.SEARCH, RetryableException.class);
        RetryableException confirm = routes.fail("amazon-shipment-confirm", due("UPS"), RetryableException.class);

        assertThat(search.notBefore()).contains(Duration.ofSeconds(7));
        assertThat(search.failure().orElseThrow().code()).isEqualTo("QuotaExceeded");
        assertThat(confirm).isNotInstanceOf(OutcomeUnknownException.class);
        assertThat(routes.quotas.refused).containsExactly("search-orders", "confirm-shipment");
    }

    @Test
    void sendsNothingWhenTheHubsOwnQuotaIsUsedUp() {
        routes.quotas.exhausted = true;

        routes.fail("amazon-order-search", AmazonFixtures.SEARCH, QuotaExhaustedException.class);

        assertThat(amazon.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500", "503", "408", "302"})
    void triesReadsAgainAndLooksBeforeRepeatingAConfirmationWhenAmazonIsBroken(int status) {
        amazon.always(
                json(status, "{\"errors\":[{\"code\":\"InternalFailure\",\"message\":\"<b>We</b>\\n failed\"}]}"));

        RetryableException read = routes.fail("amazon-order-get", KEY, RetryableException.class);
        routes.fail("amazon-shipment-confirm", due("UPS"), OutcomeUnknownException.class);

        assertThat(read).isNotInstanceOf(OutcomeUnknownException.class);
        assertThat(read.failure().orElseThrow().message()).isEqualTo("We failed");
        assertThat(read.failure().orElseThrow().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"200", "400", "500", "503"})
    void survivesPagesOfOthersInsteadOfJson(int status) {
        amazon.always(html(status));

        RetryableException read = routes.fail("amazon-order-search", AmazonFixtures.SEARCH, RetryableException.class);
        routes.fail("amazon-shipment-confirm", due("UPS"), OutcomeUnknownException.class);

        assertThat(read).isNotInstanceOf(OutcomeUnknownException.class);
        assertThat(read.failure().orElseThrow().message()).doesNotContain("<");
    }

    @Test
    void treatsCutOffAndBrokenAnswersAsNoAnswer() {
        for (AmazonWorld.Answer broken : List.of(AmazonWorld.reset(), json(200, "{\"orders\":["))) {
            amazon.always(broken);
            assertThat(routes.fail("amazon-order-search", AmazonFixtures.SEARCH, RetryableException.class))
                    .isNotInstanceOf(OutcomeUnknownException.class);
            routes.fail("amazon-shipment-confirm", due("UPS"), OutcomeUnknownException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"'{}'", "'{\"orders\":{}}'", "''", "'[]'"})
    void triesReadsAgainWhenTheAnswerIsNoPage(String body) {
        amazon.always(json(200, body));

        routes.fail("amazon-order-search", AmazonFixtures.SEARCH, RetryableException.class);
        routes.fail("amazon-order-get", KEY, RetryableException.class);
    }

    @Test
    void treatsSilenceAsUnknownOutcome() throws Exception {
        routes.search();
        CountDownLatch never = new CountDownLatch(1);
        amazon.always(exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        AmazonSettings settings = AmazonFixtures.settings(amazon.url());

        try (AmazonRoutes impatient = new AmazonRoutes(settings, Duration.ofMillis(500), routes.tokens)) {
            impatient.fail("amazon-shipment-confirm", due("UPS"), OutcomeUnknownException.class);
        }
        never.countDown();
    }

    @Test
    void knowsThatNothingHappenedWhenNobodyListens() throws Exception {
        AmazonSettings settings = AmazonFixtures.settings("http://127.0.0.1:1", amazon.url());

        try (AmazonRoutes unheard = new AmazonRoutes(settings)) {
            RetryableException failure = unheard.fail("amazon-shipment-confirm", due("UPS"), RetryableException.class);

            assertThat(failure).isNotInstanceOf(OutcomeUnknownException.class);
            assertThat(failure.failure().orElseThrow().operation()).isEqualTo("confirm-shipment");
            assertThat(failure.failure().orElseThrow().status()).isZero();
        }
    }

    @Test
    void asksForTheWindowAnewWhenAmazonRefusesAPageToken() {
        amazon.always(json(400, "{\"errors\":[{\"code\":\"InvalidInput\",\"message\":\"not valid\"}]}"));
        OrderSearch second = new OrderSearch("us", Instant.EPOCH, "old", true);

        routes.fail("amazon-order-search", second, PageTokenExpiredException.class);
        RejectedException first = routes.fail("amazon-order-search", AmazonFixtures.SEARCH, RejectedException.class);

        assertThat(first.reason()).isEqualTo(ReasonCode.AMAZON_REFUSED);
    }

    @Test
    void rejectsAnOrderThatAmazonDoesNotKnow() {
        amazon.always(json(404, "{\"errors\":[{\"code\":\"NotFound\",\"message\":\"gone\",\"details\":\"d\"}]}"));

        RejectedException refusal = routes.fail("amazon-order-get", KEY, RejectedException.class);

        assertThat(refusal.failure().orElseThrow().message()).isEqualTo("gone; d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PackageReferenceId: is invalid, must be a positive numeric value|HUB_ERROR",
                "OrderItemId is invalid, please obtain the value|UNITS_REFUSED",
                "NonexistentOrderItem Failed to find order item list by order ID|CANCELLED_AFTER_SHIPMENT",
                "overfulfillment|UNITS_REFUSED",
                "CarrierNameCorrection|CARRIER_REFUSED",
                "InvalidCarrier: X is not supported|CARRIER_REFUSED",
                "BlockedTrackingId|TRACKING_REFUSED",
                "DuplicateTrackingId|TRACKING_REFUSED",
                "Ship+ orders do not require manual confirmation|CONFIRMATION_UNWANTED",
                "Something new|AMAZON_REFUSED",
                "Tracking ID 1 is invalid|TRACKING_REFUSED",
            })
    void tellsWhyAmazonRefusesAConfirmation(String message, ReasonCode reason) {
        amazon.next(json(400, "{\"errors\":[{\"code\":\"InvalidInput\",\"message\":\"" + message + "\"}]}"));

        RejectedException refusal = routes.fail("amazon-shipment-confirm", due("UPS"), RejectedException.class);

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.failure().orElseThrow().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"order already fulfilled: PackageToUpdateNotFound", "InvalidPackageVersion"})
    void looksAtTheOrderWhenAmazonKnowsThePackageAlready(String message) {
        amazon.next(json(400, "{\"errors\":[{\"code\":\"InvalidInput\",\"message\":\"" + message + "\"}]}"));

        DuePackage doubted = routes.ask("amazon-shipment-confirm", due("UPS"), DuePackage.class);

        assertThat(doubted.doubted()).isTrue();
    }

    @Test
    void refusesAnAccountThatIsNoLongerConfigured() {
        RejectedException refusal = routes.fail("amazon-order-get", new OrderKey("gone", "1"), RejectedException.class);

        assertThat(refusal).hasMessageContaining("gone is not in amazon.accounts any more");
    }

    private static String query(AmazonWorld.Request request) {
        return URLDecoder.decode(request.query(), StandardCharsets.UTF_8);
    }

    private static DuePackage due(String carrier) {
        return new DuePackage(
                KEY,
                "ATVPDKIKX0DER",
                3,
                1,
                carrier.equals("custom")
                        ? new Carrier("Other", "Local Courier", null, Carrier.Source.UNMAPPED)
                        : new Carrier(carrier, null, null, Carrier.Source.CODE),
                "112345678",
                Instant.parse("2026-10-02T10:00:00.000999Z"),
                Map.of("2", 1, "1", 2),
                Map.of(),
                false,
                false,
                false,
                1);
    }
}
