package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fulfillmenthub.ledger.LedgerRows;
import io.fulfillmenthub.order.OrderState;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class OrderPagesTest {

    private static final String HOSTILE = "<script>alert('x')</script>\" onload=\"x";

    @Autowired
    private MockMvc http;

    @Autowired
    private LedgerRows ledger;

    @BeforeEach
    void clear() {
        ledger.clear();
    }

    @Test
    void oneRowThatCannotBeReadTakesNothingElseDown() throws Exception {
        ledger.order("111-bad", OrderState.IMPORTED, "total", new BigDecimal("12.50"), "currency", "JPY");
        ledger.order("111-worse", OrderState.IMPORTED, "total", new BigDecimal("1"), "currency", "Gold");
        ledger.order("111-good", OrderState.IMPORTED, "total", new BigDecimal("7.25"), "currency", "USD");
        assertThat(page("/orders")).contains("111-bad", "111-worse", "111-good", "7.25 USD");
    }

    @Test
    void saysWhatToDoWhenThereIsNoOrderYet() throws Exception {
        assertThat(page("/orders")).contains("No orders yet", "Sync now").doesNotContain("<table");
    }

    @Test
    void showsTheColumnsOfAnOrder() throws Exception {
        ledger.order(
                SampleOrder.WITH_TWO_ITEMS, OrderState.IMPORTED, "commerce_order_number", "000000042", "note", "Hello");
        assertThat(page("/orders"))
                .contains("2026-03-01 10:00", "111-2222222-3333333", "Partially shipped", "Ada Lovelace")
                .contains("1,127.26 USD", "000000042", "Imported", "Hello", "us · US")
                .contains("href=\"/orders/us/111-2222222-3333333\"");
    }

    @Test
    void escapesWhateverPeopleAndRemoteSidesWrote() throws Exception {
        ledger.order(
                "111-1", OrderState.NEEDS_ATTENTION, "buyer_name", HOSTILE, "note", HOSTILE, "account_id", "u\"><b>");
        assertThat(page("/orders?buyer=" + "{buyer}", HOSTILE))
                .doesNotContain("<script>alert", "\" onload=\"x", "<b>")
                .contains("&lt;script&gt;alert");
    }

    @Test
    void keepsTheFiltersInEveryLink() throws Exception {
        IntStream.range(0, 60).forEach(n -> ledger.order("111-" + n, OrderState.READY, "buyer_name", "A & B"));
        String page = page("/orders?buyer={buyer}&page=0&size=50&unknown=1", "a & b");
        assertThat(page)
                .contains("href=\"/orders?buyer=a%20%26%20b&amp;size=50&amp;page=1\"")
                .contains("href=\"/orders?buyer=a%20%26%20b&amp;size=50&amp;state=READY\"")
                .contains("hx-get=\"/orders/live?buyer=a%20%26%20b&amp;page=0&amp;size=50&amp;version=")
                .contains("1–50", "Buyer: a &amp; b");
    }

    @Test
    void helpsWhenNothingMatchesOrThePageIsPastTheEnd() throws Exception {
        ledger.order("111-1", OrderState.READY);
        assertThat(page("/orders?number=5")).contains("No order matches", "Clear all");
        assertThat(page("/orders?page=7")).contains("This page is past the end");
    }

    @Test
    void namesTheFilterThatItCannotRead() throws Exception {
        String page = http.perform(
                        get("/orders?minTotal=abc").with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("The parameter minTotal must be", "value=\"abc\"")
                .doesNotContain("hx-get=\"/orders");
    }

    @Test
    void sendsTheTableOnlyWhenSomethingChanged() throws Exception {
        ledger.order("111-1", OrderState.READY);
        String version = version(page("/orders"));
        http.perform(get("/orders/live")
                        .param("version", version)
                        .with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isNoContent());
        ledger.order("111-2", OrderState.READY);
        assertThat(page("/orders/live?version=" + version))
                .contains("111-2", "hx-swap-oob=\"true\"", "id=\"states\"")
                .doesNotContain("<html", "<form");
    }

    @Test
    void hasEachPartOfThePageOnce() throws Exception {
        assertThat(page("/orders").split("id=\"live\"")).hasSize(2);
        assertThat(page("/orders").split("id=\"states\"")).hasSize(2);
    }

    @Test
    void showsWhoShipsAndUntilWhen() throws Exception {
        ledger.order("111-1", OrderState.IMPORTED, "latest_ship_time", LedgerRows.PURCHASED);
        ledger.order("111-2", OrderState.COMPLETED, "fulfilled_by", "AMAZON");
        assertThat(page("/orders"))
                .contains("us · US · FBM", "us · US · FBA", "🇺🇸")
                .contains("data-label=\"Ship by\" class=\"when\">2026-03-01 10:00<");
    }

    @Test
    void sortsByItsHeadingsAndSaysSo() throws Exception {
        ledger.order("111-1", OrderState.READY, "total", 5, "currency", "USD");
        ledger.order("111-2", OrderState.READY, "total", 7, "currency", "USD");
        assertThat(page("/orders?sort=lowest_total"))
                .containsSubsequence("aria-sort=\"ascending\"", "sort=highest_total", "111-1", "111-2");
        assertThat(page("/orders?sort=highest_total"))
                .containsSubsequence("aria-sort=\"descending\"", "sort=lowest_total", "111-2", "111-1");
    }

    @Test
    void countsNoFurtherThanPeopleCareAndStillPages() throws Exception {
        ledger.orders(10_020);
        assertThat(page("/orders?size=10&page=1001")).contains(">10,020<", "10,011–10,020");
        assertThat(page("/orders?account=us&size=10&page=1001"))
                .contains(">more than 10,000<", "10,011–10,020", "page=1002", "page=1000");
    }

    @Test
    void givesTheWholeFilteredListAsCsv() throws Exception {
        ledger.order("111-1", OrderState.READY, "buyer_name", "Ada \"Countess\" Lovelace", "note", "=1+1");
        ledger.order("111-2", OrderState.READY, "buyer_name", " @SUM(A1)", "total", 12.5, "currency", "USD");
        ledger.order("111-3", OrderState.COMPLETED);
        String csv = page("/orders.csv?state=READY");
        assertThat(csv)
                .startsWith("\uFEFFPurchase Date,Order Number,Status,Buyer's Name,Grand Total,Currency,Order Notes,")
                .contains("2026-03-01T10:00:00Z,\"111-1\",\"UNSHIPPED\",\"Ada \"\"Countess\"\" Lovelace\",,,\"'=1+1\"")
                .contains("\"' @SUM(A1)\",12.50,USD,", ",FBM,,READY,\r\n")
                .doesNotContain("111-3");
        assertThat(page("/orders?state=READY&page=0")).contains("href=\"/orders.csv?state=READY\"");
        http.perform(get("/orders.csv?minTotal=abc").with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isBadRequest());
    }

    @Test
    void needsNoInlineScriptOrStyle() throws Exception {
        ledger.order(SampleOrder.WITH_TWO_ITEMS, OrderState.IMPORTED);
        for (String address : new String[] {
            "/",
            "/orders",
            "/attention",
            "/accounts",
            "/routes",
            "/routes/order-import",
            "/settings",
            "/login",
            "/orders/us/111-2222222-3333333"
        }) {
            assertThat(page(address))
                    .doesNotContainPattern("<script(?![^>]*src=)|<style|style=\"| on[a-z]+=\"|javascript:");
        }
    }

    @Test
    void showsNoSandboxBannerOutsideTheSandbox() throws Exception {
        assertThat(page("/orders")).doesNotContain("Sandbox");
    }

    @Test
    void startsThePollsAndSaysSo() throws Exception {
        http.perform(post("/sync")
                        .with(user("operator").authorities(Role.ADMIN.authorities()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/orders"))
                .andExpect(flash().attribute("message", "Polling both sides now: order-poll-us, shipment-poll."));
    }

    private String page(String address, Object... values) throws Exception {
        return http.perform(get(address, values).with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String version(String page) {
        return Pattern.compile("version=([0-9a-f]+)")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
