package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fulfillmenthub.ledger.LedgerRows;
import io.fulfillmenthub.order.OrderState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class OrderDetailsPagesTest {

    private static final String ID = "111-2222222-3333333";
    private static final String ADDRESS = "/orders/us/" + ID;

    @Autowired
    private MockMvc http;

    @Autowired
    private LedgerRows ledger;

    @BeforeEach
    void clear() {
        ledger.clear();
    }

    @Test
    void showsEachPartOfAnOrderOnAPageOfItsOwn() throws Exception {
        ledger.order(SampleOrder.WITH_TWO_ITEMS, OrderState.IMPORTED);
        ledger.parcel(ID, 1, "CONFIRMED", "tracking_number", "1Z999", "carrier_title", "UPS Ground");
        ledger.event(ID, LedgerRows.PURCHASED, "IMPORTED", "Commerce order 42");
        ledger.event(ID, LedgerRows.PURCHASED, "NEEDS_ATTENTION", "PRODUCT_UNKNOWN: no product with the SKU X");
        assertThat(page(ADDRESS)).contains("Details &amp; shipping", "Prime").doesNotContain("KETTLE-RED<");
        assertThat(page(ADDRESS + "?tab=items"))
                .contains(
                        "KETTLE-RED",
                        "Kettle &lt;red&gt;",
                        "79.80 USD",
                        "7.63 USD",
                        "92.42 USD",
                        "Buyer asks to cancel");
        assertThat(page(ADDRESS + "?tab=tracking")).contains("1Z999", "UPS Ground", "Confirmed");
        assertThat(page(ADDRESS + "?tab=history"))
                .contains("Imported into Commerce", "Commerce order 42", "2026-03-01 10:00:00")
                .contains("Stopped: it needs you", "no product with the SKU X", "Create the product with this SKU");
        assertThat(page(ADDRESS + "?tab=requests")).contains("Nothing was held back", "Dry run");
    }

    @Test
    void showsRemoteCallsThatWentWrongInTheHistory() throws Exception {
        ledger.order("111-1", OrderState.READY);
        ledger.remoteError("111-1", "commerce", "create-order", 400, "No such entity", "req-77");
        assertThat(page("/orders/us/111-1?tab=history"))
                .contains("Commerce refused: create order (400)", "No such entity", "Request id req-77");
    }

    @Test
    void showsHowLongTheRemoteCallsOfAStepTook() throws Exception {
        ledger.order("111-1", OrderState.IMPORTED);
        ledger.event("111-1", LedgerRows.PURCHASED, "IMPORTED", null, """
                [{"side":"commerce","operation":"product-search","status":404,"requestId":null,"millis":7},
                 {"side":"amazon","operation":"get-order","status":200,"requestId":"req-9","millis":1204}]""");
        assertThat(page("/orders/us/111-1?tab=history"))
                .contains("Commerce: product search", "not found (404)", "7 ms")
                .contains("Amazon: get order", "done", "1,204 ms", "request req-9");
    }

    @Test
    void hidesPersonalDataUntilSomebodyAsksAndRecordsWho() throws Exception {
        ledger.order(SampleOrder.WITH_TWO_ITEMS, OrderState.READY);
        MockHttpSession session = new MockHttpSession();
        String hidden = page(ADDRESS, session);
        assertThat(hidden)
                .contains("•••, WA, US", "A•••", "Show personal data")
                .doesNotContain("Analytical", "Lovelace", "x@marketplace.example", "Engines Ltd", "98101");
        http.perform(post(ADDRESS + "/reveal")
                        .session(session)
                        .with(user("jo").authorities(Role.ADMIN.authorities()))
                        .with(csrf()))
                .andExpect(redirectedUrl(ADDRESS));
        assertThat(page(ADDRESS, session))
                .contains("12 Analytical Ave", "Seattle, WA 98101, US", "Engines Ltd", "PO-7781");
        assertThat(page(ADDRESS)).doesNotContain("Analytical");
        assertThat(page(ADDRESS + "?tab=history")).contains("Personal data shown", "by jo");
    }

    @Test
    void offersWhatHelpsInTheStateOfTheOrder() throws Exception {
        ledger.order(SampleOrder.WITH_TWO_ITEMS, OrderState.NEEDS_ATTENTION, "reason", "PRODUCT_UNKNOWN");
        assertThat(page(ADDRESS))
                .contains("/map-sku", "/do-not-import", "/adopt", "Correct address")
                .doesNotContain("/import-anyway", "/packages/");
        ledger.clear();
        ledger.order(SampleOrder.WITH_TWO_ITEMS, OrderState.NOT_IMPORTED, "reason", "IMPORT_DISABLED");
        assertThat(page(ADDRESS)).contains("/import-anyway").doesNotContain("/do-not-import", "/map-sku");
        ledger.clear();
        ledger.order(
                SampleOrder.WITH_TWO_ITEMS, OrderState.SHIPPED, "commerce_order_id", 4L, "amazon_status", "SHIPPED");
        ledger.parcel(ID, 1, "CONFIRMED");
        assertThat(page(ADDRESS))
                .contains("/packages/1/confirm", "/retry")
                .doesNotContain("/adopt", "/cancel", "Correct address");
    }

    @ParameterizedTest
    @CsvSource({
        "do-not-import, leaves this order alone, Do not import",
        "adopt, looks for that order, Adopt a Commerce order",
        "map-sku, The SKU is mapped, Map a SKU",
        "import-anyway, imports the order now, Import anyway",
        "cancel, Amazon is told to cancel, Cancel"
    })
    void saysWhatHappenedAndRecordsWhoAskedForIt(String action, String message, String event) throws Exception {
        ledger.order(
                SampleOrder.WITH_TWO_ITEMS,
                OrderState.NEEDS_ATTENTION,
                "reason",
                "PRODUCT_UNKNOWN",
                "amazon_status",
                "UNSHIPPED");
        http.perform(post(ADDRESS + "/" + action)
                        .param("commerceOrderNumber", "000000042")
                        .param("sku", "KETTLE-RED")
                        .param("commerceSku", "KETTLE")
                        .param("reason", "NoInventory")
                        .with(user("jo").authorities(Role.ADMIN.authorities()))
                        .with(csrf()))
                .andExpect(redirectedUrl(ADDRESS))
                .andExpect(flash().attribute("message", containsString(message)))
                .andExpect(flash().attribute("refused", false));
        assertThat(page(ADDRESS + "?tab=history")).contains(event, "by jo");
    }

    @Test
    void refusesWhatIsIncomplete() throws Exception {
        ledger.order(SampleOrder.WITH_TWO_ITEMS, OrderState.NEEDS_ATTENTION);
        for (String action : new String[] {"adopt", "map-sku", "cancel"}) {
            http.perform(post(ADDRESS + "/" + action)
                            .with(user("jo").authorities(Role.ADMIN.authorities()))
                            .with(csrf()))
                    .andExpect(redirectedUrl(ADDRESS))
                    .andExpect(flash().attribute("refused", true));
        }
    }

    @Test
    void showsAnOrderThatCouldNotBeRead() throws Exception {
        ledger.order("111-1", OrderState.NEEDS_ATTENTION, "document", null, "reason", "ORDER_UNREADABLE");
        ledger.order("111-2", OrderState.NEEDS_ATTENTION, "document", "no JSON");
        assertThat(page("/orders/us/111-1")).contains("could not be read", "report the field");
        assertThat(page("/orders/us/111-2")).contains("could not be read");
    }

    @Test
    void offersNoRetryOfFinishedOrders() throws Exception {
        ledger.order("111-1", OrderState.COMPLETED);
        ledger.order(SampleOrder.WITH_TWO_ITEMS, OrderState.NEEDS_ATTENTION);
        assertThat(page("/orders/us/111-1")).doesNotContain("/retry");
        assertThat(page("/orders/us/" + ID)).contains("action=\"/orders/us/" + ID + "/retry\"", "name=\"_csrf\"");
    }

    @Test
    void retriesAndSaysWhatHappened() throws Exception {
        ledger.order("111-1", OrderState.NEEDS_ATTENTION);
        http.perform(post("/orders/us/111-1/retry")
                        .with(user("jo").authorities(Role.ADMIN.authorities()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/orders/us/111-1"))
                .andExpect(flash().attribute("message", "The hub tries the order again now."))
                .andExpect(flash().attribute("refused", false));
        assertThat(page("/orders/us/111-1?tab=history")).contains("Ready", "by jo");
    }

    @Test
    void answersNothingWhileNothingChanged() throws Exception {
        ledger.order("111-1", OrderState.READY);
        String page = page("/orders/us/111-1");
        String version = page.replaceAll("(?s).*version=([0-9a-f]+).*", "$1");
        http.perform(get("/orders/us/111-1/live")
                        .param("version", version)
                        .with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isNoContent());
        ledger.event("111-1", LedgerRows.PURCHASED, "imported", null);
        assertThat(page("/orders/us/111-1/live?tab=history&version=" + version))
                .contains("Imported")
                .doesNotContain("<html");
    }

    @Test
    void knowsOnlyKnownOrders() throws Exception {
        http.perform(get("/orders/us/nope").with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isNotFound());
        http.perform(get("/orders/us/nope/live").with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isNotFound());
        http.perform(post("/orders/us/nope/retry")
                        .with(user("operator").authorities(Role.ADMIN.authorities()))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    private String page(String address) throws Exception {
        return page(address, new MockHttpSession());
    }

    private String page(String address, MockHttpSession session) throws Exception {
        return http.perform(get(address).session(session).with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
