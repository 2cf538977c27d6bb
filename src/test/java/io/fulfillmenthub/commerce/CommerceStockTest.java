package io.fulfillmenthub.commerce;

import static io.fulfillmenthub.commerce.CommerceExamples.imported;
import static io.fulfillmenthub.commerce.CommerceExamples.merchantOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.ChargeType;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The route that asks whether the shop can sell what an order needs. */
class CommerceStockTest {

    private static final String NO_ROUTE = "{\"message\":\"Request does not match any route.\"}";
    private static final String BOTH = "[{\"sku\":\"WIDGET-RED-1\",\"stock_id\":4,\"salable\":true,\"errors\":[]},"
            + "{\"sku\":\"GADGET-2\",\"stock_id\":4,\"salable\":true,\"errors\":[]}]";

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
    void asksForAllProductsOfAnOrderInOneCallOfTheStockOfItsWebsite() {
        stockFour();
        commerce.answers(200, BOTH).answers(200, BOTH);

        OrderImport order = check();
        CLOCK.turn(Duration.ofSeconds(31));
        check();

        assertThat(order.remark()).isEmpty();
        assertThat(commerce.requests())
                .extracting(FakeCommerce.Request::path)
                .containsExactly(
                        "/rest/all/V1/store/websites",
                        "/rest/all/V1/inventory/stock-resolver/website/main%20site",
                        "/rest/default/V1/inventory/are-product-salable-for-requested-qty",
                        "/rest/default/V1/inventory/are-product-salable-for-requested-qty");
        assertThat(commerce.requests().get(3).query())
                .hasSize(5)
                .containsEntry("skuRequests[0][sku]", "WIDGET-RED-1")
                .containsEntry("skuRequests[0][qty]", "3")
                .containsEntry("skuRequests[1][sku]", "GADGET-2")
                .containsEntry("skuRequests[1][qty]", "1")
                .containsEntry("stockId", "4");
    }

    @Test
    void refusesAnOrderNamingWhatIsSoldOut() {
        stockFour();
        commerce.answers(200, BOTH.replaceFirst("true", "false"));

        assertThat(routes.call("commerce-stock-check", imported(merchantOrder()))
                        .getException())
                .isInstanceOfSatisfying(RejectedException.class, e -> {
                    assertThat(e.reason()).isEqualTo(ReasonCode.OUT_OF_STOCK);
                    assertThat(e).hasMessageContaining("3 of WIDGET-RED-1").hasMessageNotContaining("GADGET-2");
                });
    }

    @Test
    void believesForHalfAMinuteWhatCanBeSold() {
        stockFour();
        commerce.answers(200, BOTH);

        check();
        CLOCK.turn(Duration.ofSeconds(29));
        check();

        assertThat(commerce.requests()).hasSize(3);
    }

    @Test
    void asksAgainAboutMoreUnitsThanItAskedFor() {
        stockFour();
        commerce.answers(200, BOTH).answers(200, BOTH);

        check();
        routes.ask("commerce-stock-check", imported(orderOfFour()), OrderImport.class);

        assertThat(commerce.requests()).hasSize(4);
    }

    @Test
    void saysInTheOrderThatAShopWithoutInventoryManagementWasNotAsked() {
        commerce.answers(200, "[{\"id\":1,\"code\":\"base\"}]")
                .answers(404, NO_ROUTE)
                .answers(404, NO_ROUTE);

        assertThat(check().remark()).contains("the stock was not checked");
    }

    @Test
    void doesNotTakeARefusalForAShopWithoutInventoryManagement() {
        commerce.answers(200, "[]").answers(404, "{\"message\":\"No linked stock found\"}");

        assertThat(routes.call("commerce-stock-check", imported(merchantOrder()))
                        .getException())
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("No linked stock found");
    }

    private static void stockFour() {
        commerce.answers(200, "[{\"id\":0,\"code\":\"admin\"},{\"id\":1,\"code\":\"main site\"}]")
                .answers(200, "{\"stock_id\":4,\"name\":\"Main\"}");
    }

    private static Order orderOfFour() {
        OrderLine line = CommerceExamples.line(
                "40000000000001",
                "widget-red-1",
                4,
                CommerceExamples.charge(ChargeType.ITEM, "20.00", "0", "0", "USD"));
        return CommerceExamples.order(
                FulfilledBy.MERCHANT, CommerceExamples.HOME, CommerceExamples.BUYER, List.of(line), List.of());
    }

    private static OrderImport check() {
        return routes.ask("commerce-stock-check", imported(merchantOrder()), OrderImport.class);
    }
}
