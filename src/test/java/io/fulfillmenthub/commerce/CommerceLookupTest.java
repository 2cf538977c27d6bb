package io.fulfillmenthub.commerce;

import static io.fulfillmenthub.commerce.CommerceExamples.BUYER;
import static io.fulfillmenthub.commerce.CommerceExamples.HOME;
import static io.fulfillmenthub.commerce.CommerceExamples.charge;
import static io.fulfillmenthub.commerce.CommerceExamples.imported;
import static io.fulfillmenthub.commerce.CommerceExamples.line;
import static io.fulfillmenthub.commerce.CommerceExamples.merchantOrder;
import static io.fulfillmenthub.commerce.CommerceExamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.ChargeType;
import io.fulfillmenthub.order.CommerceDirectory;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.Product;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.Region;
import io.fulfillmenthub.order.RejectedException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The routes that look things up before an order is created: the directory and the products. */
class CommerceLookupTest {

    private static final String STORES =
            "[{\"id\":1,\"code\":\"default\",\"website_id\":2,\"base_currency_code\":\"%s\"}]";
    private static final String USA =
            "{\"id\":\"US\",\"available_regions\":[{\"id\":\"12\",\"code\":\"CA\",\"name\":\"California\"}]}";

    private static final TurnableClock CLOCK = new TurnableClock();
    private static FakeCommerce commerce;
    private static CommerceRoutes routes;

    @BeforeAll
    static void start() throws Exception {
        commerce = new FakeCommerce();
        routes = new CommerceRoutes(commerce.url(), CLOCK);
    }

    @AfterAll
    static void stop() {
        routes.close();
        commerce.close();
    }

    @BeforeEach
    void forgetEverything() {
        commerce.reset();
        CLOCK.turn(Duration.ofHours(2));
    }

    @Test
    void asksForStoreAndRegionsOnceAnHour() {
        commerce.answers(200, STORES.formatted("USD")).answers(200, USA);

        CommerceDirectory first = directory();
        CommerceDirectory second = directory();

        assertThat(first).isEqualTo(second);
        assertThat(first.store().websiteId()).isEqualTo(2);
        assertThat(first.regions()).containsExactly(new Region(12, "CA", "California"));
        assertThat(commerce.requests())
                .extracting(FakeCommerce.Request::path)
                .containsExactly("/rest/all/V1/store/storeConfigs", "/rest/all/V1/directory/countries/US");
    }

    @Test
    void asksForRatesUntilTheOrdersCurrencyHasOne() {
        commerce.answers(200, STORES.formatted("EUR"))
                .answers(200, "{\"exchange_rates\":[{\"currency_to\":\"GBP\",\"rate\":0.85}]}")
                .answers(200, USA)
                .answers(200, "{\"exchange_rates\":[{\"currency_to\":\"USD\",\"rate\":1.17}]}");

        assertThat(directory().store().rates()).containsOnlyKeys("EUR", "GBP");
        assertThat(directory().store().rates()).containsEntry("USD", new BigDecimal("1.17"));
        directory();

        assertThat(commerce.requests()).hasSize(4);
        assertThat(commerce.requests().get(1).path()).isEqualTo("/rest/default/V1/directory/currency");
    }

    @Test
    void goesOnWithoutRegionsWhereTheShopDoesNotKnowTheCountry() {
        commerce.answers(200, STORES.formatted("USD")).answers(404, "{\"message\":\"The country isn't available.\"}");

        assertThat(directory().regions()).isEmpty();
    }

    @Test
    void namesAStoreViewThatDoesNotExist() {
        commerce.answers(200, "[]");

        rejects("commerce-directory", imported(merchantOrder()), ReasonCode.COMMERCE_REFUSED, "store-code");
    }

    @Test
    void findsAllProductsInOneCallAndRemembersThem() {
        commerce.answers(
                200,
                "{\"items\":[{\"id\":1,\"sku\":\"WIDGET-RED-1\",\"name\":\"W\",\"type_id\":\"simple\",\"status\":1},"
                        + "{\"id\":5,\"sku\":\"A,b/C 1\",\"name\":\"C\",\"type_id\":\"simple\",\"status\":1}],\"total_count\":2}");
        OrderImport order = selling(FulfilledBy.MERCHANT, "widget-red-1", "A,b/C 1");

        Map<?, ?> products = routes.ask("commerce-product-search", order, Map.class);
        assertThat(routes.ask("commerce-product-search", order, Map.class)).isEqualTo(products);

        assertThat(products.get("widget-red-1")).isEqualTo(new Product(1, "WIDGET-RED-1", "W", "simple", true));
        assertThat(products.get("A,b/C 1")).isNotNull();
        assertThat(commerce.only().query())
                .containsEntry("searchCriteria[filter_groups][0][filters][0][value]", "widget-red-1")
                .containsEntry("searchCriteria[filter_groups][0][filters][0][condition_type]", "in")
                .containsEntry("searchCriteria[filter_groups][0][filters][1][value]", "A,b/C 1")
                .containsEntry("searchCriteria[filter_groups][0][filters][1][condition_type]", "eq");
    }

    @Test
    void asksAgainForAProductThatWasMissing() {
        commerce.answers(200, "{\"items\":null,\"total_count\":0}")
                .answers(200, "{\"items\":[{\"id\":8,\"sku\":\"NEW-1\",\"status\":1}],\"total_count\":1}");
        OrderImport order = selling(FulfilledBy.MERCHANT, "NEW-1");

        rejects("commerce-product-search", order, ReasonCode.PRODUCT_UNKNOWN, "NEW-1");
        assertThat(routes.ask("commerce-product-search", order, Map.class)).containsOnlyKeys("NEW-1");
    }

    @Test
    void acceptsDisabledProductsOnlyWhereAmazonShips() {
        String disabled = "{\"items\":[{\"id\":8,\"sku\":\"OLD-1\",\"status\":2}],\"total_count\":1}";
        commerce.answers(200, disabled).answers(200, disabled);

        rejects(
                "commerce-product-search",
                selling(FulfilledBy.MERCHANT, "OLD-1"),
                ReasonCode.PRODUCT_DISABLED,
                "OLD-1");
        assertThat(routes.ask("commerce-product-search", selling(FulfilledBy.AMAZON, "OLD-1"), Map.class))
                .hasSize(1);
    }

    @Test
    void findsAProductByTheSkuThatTheShopHasForAmazons() {
        commerce.answers(200, "{\"items\":[{\"id\":1,\"sku\":\"WIDGET-RED-1\",\"status\":1}],\"total_count\":1}");

        Map<?, ?> products = routes.ask(
                "commerce-product-search", selling(FulfilledBy.MERCHANT, "Red widget #1", "widget-red-1"), Map.class);

        assertThat(products.get("Red widget #1")).isEqualTo(products.get("widget-red-1"));
        assertThat(commerce.only().query().values()).contains("WIDGET-RED-1,widget-red-1");
    }

    @Test
    void wantsAChildOfAProductThatHasChildren() {
        String parent =
                "{\"items\":[{\"id\":8,\"sku\":\"TEE\",\"type_id\":\"configurable\",\"status\":1}],\"total_count\":1}";
        commerce.answers(200, parent).answers(200, parent);

        rejects(
                "commerce-product-search",
                selling(FulfilledBy.MERCHANT, "TEE"),
                ReasonCode.PRODUCT_COMPOSITE,
                "configurable");
    }

    @Test
    void readsCancelledOrdersUntilAPageIsNotFull() {
        commerce.answers(200, cancelled(1, 500)).answers(200, cancelled(501, 501));

        List<?> ids = routes.ask("commerce-cancelled-search", Instant.parse("2026-11-20T10:00:00Z"), List.class);

        assertThat(ids).hasSize(501);
        assertThat(ids.get(500)).isEqualTo(501L);
        assertThat(commerce.requests()).hasSize(2);
        assertThat(commerce.requests().get(0).query())
                .containsEntry("searchCriteria[filter_groups][1][filters][0][value]", "2026-11-20 10:00:00")
                .containsEntry("searchCriteria[filter_groups][2][filters][0][value]", "0");
        assertThat(commerce.requests().get(1).query())
                .containsEntry("searchCriteria[filter_groups][2][filters][0][field]", "entity_id")
                .containsEntry("searchCriteria[filter_groups][2][filters][0][condition_type]", "gt")
                .containsEntry("searchCriteria[filter_groups][2][filters][0][value]", "500")
                .containsEntry("searchCriteria[sortOrders][0][field]", "entity_id");
    }

    private static String cancelled(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(id -> "{\"entity_id\":" + id + "}")
                .collect(Collectors.joining(",", "{\"items\":[", "],\"total_count\":1000}"));
    }

    private static CommerceDirectory directory() {
        return routes.ask("commerce-directory", imported(merchantOrder()), CommerceDirectory.class);
    }

    private static void rejects(String route, OrderImport order, ReasonCode reason, String words) {
        assertThat(routes.call(route, order).getException()).isInstanceOfSatisfying(RejectedException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e).hasMessageContaining(words);
        });
    }

    private static OrderImport selling(FulfilledBy by, String... skus) {
        List<OrderLine> lines = Stream.of(skus)
                .map(sku -> line("id-" + sku, sku, 1, charge(ChargeType.ITEM, "1.00", "0", "0", "USD")))
                .toList();
        return imported(order(by, HOME, BUYER, lines, List.of()));
    }
}
