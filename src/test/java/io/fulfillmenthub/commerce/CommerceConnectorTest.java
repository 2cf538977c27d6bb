package io.fulfillmenthub.commerce;

import static io.fulfillmenthub.commerce.CommerceExamples.ID;
import static io.fulfillmenthub.commerce.CommerceExamples.created;
import static io.fulfillmenthub.commerce.CommerceExamples.due;
import static io.fulfillmenthub.commerce.CommerceExamples.imported;
import static io.fulfillmenthub.commerce.CommerceExamples.merchantOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.commerce.FakeCommerce.Request;
import io.fulfillmenthub.order.CommerceOrder;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderOverrides;
import io.fulfillmenthub.order.OrderSettings.NumberSource;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.Shipment;
import io.fulfillmenthub.order.ShipmentPage;
import io.fulfillmenthub.order.ShipmentSearch;
import io.fulfillmenthub.order.Track;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The routes about orders and shipments, against a local server that answers as a real Commerce did. */
class CommerceConnectorTest {

    private static final String ORDER = "{\"entity_id\":77,\"increment_id\":\"000000077\",\"ext_order_id\":\"" + ID
            + "\",\"state\":\"processing\",\"status\":\"processing\",\"grand_total\":40.19,"
            + "\"items\":[{\"item_id\":70,\"ext_order_item_id\":\"40000000000001\",\"qty_shipped\":1},"
            + "{\"item_id\":71,\"ext_order_item_id\":\"40000000000002\"}],\"unheard_of\":{}}";

    private static FakeCommerce commerce;
    private static CommerceRoutes routes;

    @BeforeAll
    static void start() throws Exception {
        commerce = new FakeCommerce();
        routes = new CommerceRoutes(commerce.url() + "/prefix", Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        routes.close();
        commerce.close();
    }

    @BeforeEach
    void forget() {
        commerce.reset();
    }

    @Test
    void createsAnOrderInItsStoreView() {
        commerce.answers(200, ORDER);

        CommerceOrder order = routes.ask("commerce-order-create", imported(merchantOrder()), CommerceOrder.class);

        Request request = commerce.only();
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /prefix/rest/default/V1/orders");
        assertThat(request.json().at("/entity/ext_order_id").asText()).isEqualTo(ID);
        assertThat(request.header("Content-type")).startsWith("application/json");
        assertThat(order.number()).isEqualTo("000000077");
        assertThat(order.items()).containsOnly(Map.entry("40000000000001", 70L), Map.entry("40000000000002", 71L));
        assertThat(order.totalInvoiced()).isZero();
        assertThat(order.unitsShipped()).isTrue();
    }

    @Test
    void sendsOnlyItsOwnHeadersAndKeepsTheHubs() {
        commerce.answers(200, ORDER, Map.of("X-Debug", "1"));

        Exchange exchange = routes.call("commerce-order-get", due(merchantOrder()));

        Request request = commerce.only();
        assertThat(request.body()).isEmpty();
        assertThat(request.header("Authorization")).isEqualTo("Bearer token");
        assertThat(request.headers().keySet()).doesNotContain("Huborderid", "Secret");
        assertThat(exchange.getMessage().getHeaders()).containsOnlyKeys("HubOrderId");
        assertThat(exchange.getVariable("order")).isEqualTo("kept");
    }

    @Test
    void searchesEveryStoreAlsoByNumberWhenTheHubChoosesIt() {
        commerce.answers(200, "{\"items\":[" + ORDER + "],\"total_count\":1}")
                .answers(200, "{\"items\":null,\"total_count\":0}");
        OrderImport numbered = imported(merchantOrder(), NumberSource.AMAZON, "USD", Map.of());

        assertThat(routes.ask("commerce-order-search", numbered, List.class)).hasSize(1);
        assertThat(routes.ask("commerce-order-search", imported(merchantOrder()), List.class))
                .isEmpty();

        assertThat(commerce.requests().get(0).path()).isEqualTo("/prefix/rest/all/V1/orders");
        assertThat(commerce.requests().get(0).query())
                .containsEntry("searchCriteria[filter_groups][0][filters][0][field]", "ext_order_id")
                .containsEntry("searchCriteria[filter_groups][0][filters][0][value]", ID)
                .containsEntry("searchCriteria[filter_groups][0][filters][1][field]", "increment_id");
        assertThat(commerce.requests().get(1).query())
                .doesNotContainKey("searchCriteria[filter_groups][0][filters][1][field]");
    }

    @Test
    void invoicesWithoutAMail() {
        commerce.answers(200, "\"2\"");
        OrderImport order = created(merchantOrder());

        assertThat(routes.ask("commerce-invoice-create", order, OrderImport.class))
                .isSameAs(order);

        assertThat(commerce.only().path()).endsWith("/V1/order/77/invoice");
        assertThat(commerce.only().json().path("capture").asBoolean()).isTrue();
        assertThat(commerce.only().json().path("notify").asBoolean(true)).isFalse();
    }

    @Test
    void setsTheStatusByAComment() {
        commerce.answers(200, "true").answers(200, "\"processing\"");
        OrderImport order = created(merchantOrder());

        assertThat(routes.ask("commerce-order-status", order, OrderImport.class))
                .isSameAs(order);

        Request comment = commerce.requests().get(0);
        assertThat(comment.path()).endsWith("/V1/orders/77/comments");
        assertThat(comment.json().at("/statusHistory/status").asText()).isEqualTo("processing");
        assertThat(comment.json().at("/statusHistory/is_customer_notified").asInt(1))
                .isZero();
        assertThat(commerce.requests().get(1).path()).endsWith("/V1/orders/77/statuses");
    }

    @Test
    void parksAnOrderThatDoesNotKeepTheConfiguredStatus() {
        commerce.answers(200, "true").answers(200, "\"processing\"");
        OrderImport order = created(merchantOrder());
        OrderImport wanted = new OrderImport(
                order.due(),
                order.settings().with(new OrderOverrides(null, null, null, "amazon_new", null, null)),
                "default",
                null,
                order.products(),
                order.directory(),
                order.commerce(),
                "");

        assertThat(routes.call("commerce-order-status", wanted).getException())
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.reason()).isEqualTo(ReasonCode.STATUS_REFUSED))
                .hasMessageContaining("amazon_new");
    }

    @Test
    void cancelsAndParksWhatCommerceDoesNotCancel() {
        commerce.answers(200, "true").answers(200, "false");
        DueOrder due = due(merchantOrder());

        assertThat(routes.ask("commerce-order-cancel", due, DueOrder.class)).isSameAs(due);
        assertThat(routes.call("commerce-order-cancel", due).getException())
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.reason()).isEqualTo(ReasonCode.COMMERCE_REFUSED));
        assertThat(commerce.requests().get(0).path()).isEqualTo("/prefix/rest/all/V1/orders/77/cancel");
    }

    @Test
    void refundsEverythingWithShipping() {
        commerce.answers(
                        200,
                        "{\"entity_id\":77,\"base_shipping_amount\":10.99,\"items\":[{\"item_id\":70,\"qty_invoiced\":3},"
                                + "{\"item_id\":71,\"qty_invoiced\":1,\"qty_refunded\":1}]}")
                .answers(200, "\"1\"");
        DueOrder due = due(merchantOrder());

        assertThat(routes.ask("commerce-order-refund", due, DueOrder.class)).isSameAs(due);

        Request refund = commerce.requests().get(1);
        assertThat(refund.path()).isEqualTo("/prefix/rest/all/V1/order/77/refund");
        assertThat(refund.json().path("items")).hasSize(1);
        assertThat(refund.json().at("/items/0/order_item_id").asLong()).isEqualTo(70);
        assertThat(refund.json().at("/items/0/qty").decimalValue()).isEqualByComparingTo("3");
        assertThat(refund.json().at("/arguments/shipping_amount").decimalValue())
                .isEqualByComparingTo(new BigDecimal("10.99"));
        assertThat(refund.json().path("notify").asBoolean(true)).isFalse();
    }

    @Test
    void readsShipmentsChangedSince() {
        commerce.answers(
                200,
                "{\"items\":[{\"entity_id\":4,\"order_id\":78,\"created_at\":\"2026-11-22 23:28:44\","
                        + "\"updated_at\":\"2026-11-22 23:28:45\",\"items\":[{\"order_item_id\":75,\"qty\":2}],"
                        + "\"tracks\":[{\"entity_id\":3,\"track_number\":\"9400\",\"title\":\"USPS\","
                        + "\"carrier_code\":\"usps\"}]},{\"entity_id\":5,\"order_id\":79,"
                        + "\"created_at\":\"2026-11-22 23:28:46\",\"updated_at\":\"2026-11-22 23:28:46\","
                        + "\"items\":[],\"tracks\":null}],\"total_count\":2}");
        ShipmentSearch search = new ShipmentSearch(Instant.parse("2026-11-22T23:00:00Z"), List.of(), 3, false, true);

        ShipmentPage page = routes.ask("commerce-shipment-search", search, ShipmentPage.class);

        Shipment first = page.shipments().get(0);
        assertThat(page.lastId()).isEqualTo(5);
        assertThat(first.updatedAt()).isEqualTo("2026-11-22T23:28:45Z");
        assertThat(first.units()).containsOnly(Map.entry(75L, 2));
        assertThat(first.tracks()).containsExactly(new Track(3, "usps", "USPS", "9400"));
        assertThat(page.shipments().get(1).tracks()).isEmpty();
        assertThat(commerce.only().path()).isEqualTo("/prefix/rest/all/V1/shipments");
        assertThat(commerce.only().query())
                .containsEntry("searchCriteria[filter_groups][0][filters][0][value]", "2026-11-22 23:00:00")
                .containsEntry("searchCriteria[filter_groups][1][filters][0][condition_type]", "gt")
                .containsEntry("searchCriteria[filter_groups][1][filters][0][value]", "3");
    }
}
