package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console as people use it: a hub on its first run, in a real browser; a newcomer comes first. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserTest {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static FirstRun run;
    private static Browser browser;
    private static AmazonWorld amazon;
    private static Hub hub;

    @BeforeAll
    static void open() {
        Browser.requireInstalled();
        run = FirstRun.start();
        amazon = run.bean(AmazonWorld.class);
        hub = new Hub(run.url());
        browser = Browser.start(run.url());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (run != null) {
            run.close();
        }
    }

    @BeforeEach
    void forget() {
        browser.forget();
    }

    @Test
    @Order(1)
    void aNewcomerFindsAndMendsAllFourFromTheStartPage() {
        browser.open("/");
        assertThat(browser.text("h1")).isEqualTo("Fulfillment Hub");
        browser.logIn("operator");
        browser.awaitText("#live", "does not show the tracking, twice");
        assertThat(browser.text("#live"))
                .contains("GADGET-2-OLD", "billing_address.street", "refuses amazon.accounts[3].refresh-token");
        assertThat(hub.get("/actuator/health").path("status").asText()).isEqualTo("UP");
        browser.publish("dashboard");
        browser.open("/attention");
        browser.picture("attention");

        mapTheSku();
        correctTheAddress();
        confirmTheDroppedTracking();
        authoriseTheAccount();
    }

    private static void mapTheSku() {
        startWith("GADGET-2-OLD", "Map SKU");
        browser.type("commerceSku", "GADGET-2");
        browser.press("Map SKU");

        browser.awaitText("#message", "is mapped");
        browser.awaitText("#live", "Commerce order");
        browser.click("//nav[@class='tabs']/a[.='History']");
        browser.awaitText("#live", "Imported into Commerce");
        assertThat(browser.text("#live")).contains("Map a SKU", "by operator");
        browser.publish("order-history");
    }

    private static void correctTheAddress() {
        startWith("billing_address.street", "Correct address");
        browser.click("//details[@open]//button[.='Show personal data']");
        browser.type("line1", "7 Short St");
        browser.press("Save and try again");

        browser.awaitText("#message", "tries the order again");
        browser.click("//nav[@class='tabs']/a[.='History']");
        browser.awaitText("#live", "Imported into Commerce");
    }

    private static void confirmTheDroppedTracking() {
        startWith("does not show the tracking", "Confirm again");
        browser.press("Confirm again");

        browser.awaitText("#message", "Amazon is told of this package again");
        browser.click("//nav[@class='tabs']/a[.='History']");
        browser.awaitText("#live", "Amazon shows the package");
        assertThat(browser.text("#live")).contains("Confirm the shipment again", "by operator");
    }

    private static void authoriseTheAccount() {
        startWith("amazon.accounts[3].refresh-token", "Authorise");
        browser.click("//tr[@id='account-ca']//a[contains(., 'Seller Central')]");
        browser.press("Authorise ca");
        browser.awaitText("main", "ca authorised");
        browser.click("//a[.='Back to the hub']");
        browser.open("/");
        browser.awaitWithout("#live", "refresh-token");
    }

    /** Follows what the start page offers for a concern. */
    private static void startWith(String concern, String remedy) {
        browser.open("/");
        browser.click("//li[contains(., '" + concern + "')]//a[contains(., '" + remedy + "')]");
    }

    @Test
    void theDayIsDrawnInBarsThatAnUpdateDrawsAnew() {
        browser.logIn("operator");
        browser.open("/");
        browser.awaitTrue(
                "return Chart.getChart(document.querySelector('canvas'))?.data.datasets[0].data.length === 24");

        browser.complaints();
        browser.script("window.first = document.querySelector('canvas'); htmx.trigger('#live', 'wake')");

        browser.awaitTrue("return !first.isConnected && !Chart.getChart(first)");
        browser.awaitTrue("return !!Chart.getChart(document.querySelector('canvas'))");
        assertThat(browser.complaints()).isEmpty();
        browser.script("document.querySelector('.chart').scrollIntoView({block: 'center'})");
        browser.picture("dashboard-chart");
    }

    @Test
    void filtersAreInTheAddressAndCanBeTakenOff() {
        String id = parked(7101, "FILTER-7101");
        browser.logIn("operator");
        browser.open("/orders");
        browser.type("number", id);
        browser.press("Apply");

        assertThat(browser.address()).contains("number=" + id).doesNotContain("buyer=");
        assertThat(browser.count("tbody tr")).isEqualTo(1);
        assertThat(browser.height(".bar nav")).isLessThan(40);
        browser.picture("orders-filtered");
        browser.click("//a[contains(@class, 'chip')]");
        assertThat(browser.address()).doesNotContain("number=");
    }

    @Test
    void aCorrectedAddressLetsAnOrderGoOn() {
        ObjectNode order = order(7102);
        ((ObjectNode) order.at("/recipient/deliveryAddress")).put("addressLine1", "Very ".repeat(60) + "Long Street 1");
        amazon.place(order);
        String id = order.path("orderId").asText();
        hub.await("us", id, "NEEDS_ATTENTION");
        browser.logIn("operator");
        browser.open("/orders/us/" + id);
        assertThat(browser.text("main")).doesNotContain("Long Street");

        browser.unfold("Correct address…");
        browser.click("//details[@open]//button[.='Show personal data']");
        browser.awaitText("main", "Long Street");
        browser.picture("order-address");
        browser.type("line1", "7 Short St");
        browser.press("Save and try again");

        browser.awaitText("#message", "tries the order again");
        hub.await("us", id, "IMPORTED");
        browser.awaitText("#live", "Imported");
    }

    @Test
    void aWholeGroupIsTriedAgainAtOnce() {
        String first = parked(7103, "BULK-7103");
        String second = parked(7104, "BULK-7103");
        new Shop(run.url()).product("BULK-7103", "\"stock_item\":{\"qty\":50}");
        new Shop(run.url()).stock("BULK-7103", 50);
        browser.logIn("operator");
        browser.open("/attention");

        browser.click("//li[contains(., 'BULK-7103')]//button");
        browser.agree();

        browser.awaitText("#message", "tried again now");
        assertThat(hub.await("us", first, "IMPORTED").path("history").findValuesAsText("event"))
                .contains("retry");
        hub.await("us", second, "IMPORTED");
    }

    @Test
    void anOrderIsCancelledWithOneOfAmazonsReasons() {
        String id = parked(7105, "CANCEL-7105");
        browser.logIn("operator");
        browser.open("/orders/us/" + id);
        browser.unfold("Cancel with reason…");
        browser.choose("reason", "NoInventory");
        browser.press("Cancel the order");

        browser.awaitText("#message", "Amazon is told to cancel");
        browser.open("/orders/us/" + id + "?tab=history");
        assertThat(browser.text("#live")).contains("Cancellation asked", "by operator");
    }

    @Test
    void aViewerLooksAndASessionEndsAtTheLogin() {
        String id = parked(7106, "VIEW-7106");
        browser.open("/orders/us/" + id);
        browser.logIn("viewer");
        browser.awaitText("main", "•••");
        assertThat(browser.text("main")).doesNotContain("Retry now…", "Show personal data");
        browser.press("Log out");
        browser.awaitText("main", "You are logged out");
        browser.open("/orders");
        assertThat(browser.address()).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everybodyCanReadEveryPage(boolean dark) {
        String id = parked(7107, "READ-7107");
        browser.dark(dark);
        browser.open("/login");
        findNothingSerious("/login", dark);
        browser.logIn("operator");
        List<String> colours = List.of("/", "/attention", "/orders", "/orders/us/" + id + "?tab=history");
        List<String> others = List.of(
                "/accounts",
                "/errors",
                "/subscribers",
                "/settings",
                "/routes",
                "/orders/us/" + id,
                "/orders/us/" + id + "?tab=requests");
        for (String page : dark
                ? colours
                : Stream.concat(colours.stream(), others.stream()).toList()) {
            browser.open(page);
            findNothingSerious(page, dark);
            browser.picture("every" + page.replaceAll("[^a-z]+", "-") + (dark ? "dark" : "light"));
        }
        browser.open("/orders");
        if (dark) {
            browser.picture("orders-dark");
            browser.narrow(400);
            browser.open("/");
            browser.publish("dashboard-dark-narrow");
        } else {
            assertThat(browser.fits(".scroll")).as("all columns are in view").isTrue();
            browser.publish("orders");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/attention",
                "/orders",
                "/accounts",
                "/errors",
                "/orders/us/{id}",
                "/orders/us/{id}?tab=items"
            })
    void nothingIsWiderThanAPhone(String page) {
        String id = parked(7108, "NARROW-7108");
        browser.logIn("operator");
        browser.narrow(400);
        browser.open(page.replace("{id}", id));
        assertThat(browser.width()).isLessThanOrEqualTo(400);
        browser.picture("narrow" + page.replaceAll("[^a-z]+", "-"));
    }

    /** In the dark only colours differ; without frames the legacy mode sees the same and opens no second window within a second. */
    private static void findNothingSerious(String page, boolean dark) {
        AxeBuilder axe = new AxeBuilder().setLegacyMode(true);
        if (dark) {
            axe.withRules(List.of("color-contrast"));
        }
        List<Rule> found = axe.analyze(browser.driver()).getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .toList();
        assertThat(found)
                .as(page)
                .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }

    private static String parked(long seed, String sku) {
        ObjectNode order = order(seed);
        String id = order.path("orderId").asText();
        if (amazon.find(id).isEmpty()) {
            ((ObjectNode) order.at("/orderItems/0/product")).put("sellerSku", sku);
            amazon.place(order);
        }
        hub.await("us", id, "NEEDS_ATTENTION");
        return id;
    }

    private static ObjectNode order(long seed) {
        return AmazonOrders.seeded(seed)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
    }
}
