package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fulfillmenthub.ledger.LedgerRows;
import io.fulfillmenthub.order.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class DashboardTest {

    private static final String UNKNOWN_SKU = "Commerce has no product with the SKU MUG";

    @Autowired
    private MockMvc http;

    @Autowired
    private LedgerRows ledger;

    @BeforeEach
    void clear() {
        ledger.clear();
    }

    @Test
    void saysThatNothingWaitsForAnybody() throws Exception {
        assertThat(page("/")).contains("No orders yet");
        ledger.order("111-1", OrderState.COMPLETED);
        assertThat(page("/")).contains("Nothing waits for you");
    }

    @Test
    void showsFirstWhatNeedsAttentionByCauseWithTheNextStep() throws Exception {
        IntStream.range(0, 3).forEach(n -> parked("111-" + n, "PRODUCT_UNKNOWN", UNKNOWN_SKU));
        parked("111-7", "ADDRESS_REFUSED", "Commerce refuses the postcode");
        ledger.order("111-8", OrderState.IMPORTED);
        ledger.parcel("111-8", 1, "NEEDS_ATTENTION", "reason", "TRACKING_DROPPED", "note", "Amazon does not show it");
        ledger.lane(
                "amazon-orders/eu",
                "failing_since",
                LedgerRows.PURCHASED,
                "last_error",
                "Login with Amazon refuses the token",
                "reason",
                "AMAZON_UNAUTHORISED");

        String page = page("/");

        assertThat(page)
                .containsSubsequence(
                        "Login with Amazon refuses the token",
                        "set the account&#39;s refresh-token",
                        "3 orders: ",
                        UNKNOWN_SKU,
                        "Create the product with this SKU",
                        "?open=map-sku\"",
                        "href=\"/attention#PRODUCT_UNKNOWN-")
                .contains("href=\"/accounts#account-eu\"", "/111-7?open=address\"", "/111-8?open=confirm\"")
                .contains("1 order: ", "Commerce refuses the postcode", "1 package: ", "Amazon does not show it")
                .contains("href=\"/orders?state=NEEDS_ATTENTION\"");
    }

    @Test
    void countsTheDayInBarsAndInATable() throws Exception {
        Instant now = Instant.now();
        ledger.order("111-1", OrderState.WAITING, "amazon_status", "PENDING", "last_updated", now.minusSeconds(900));
        ledger.order("111-2", OrderState.IMPORTED, "last_updated", now.minusSeconds(600), "imported_at", now);
        ledger.parcel("111-2", 1, "SENT", "sent_at", now, "shipped_at", now.minus(Duration.ofHours(3)));

        String page = page("/");

        assertThat(page)
                .contains("1 orders imported", "1 parcels told to Amazon", "data-chart=\"hours-data\"")
                .containsPattern("<td role=\"cell\">1</td><td role=\"cell\">1</td></tr></tbody>");
    }

    @Test
    void measuresTheTimeFromAmazonsVerificationAndFromTheShipment() throws Exception {
        Instant now = Instant.now();
        for (int n = 0; n < 20; n++) {
            ledger.order("111-" + n, OrderState.READY, "last_updated", now.minusSeconds(n == 0 ? 6000 : 300));
            ledger.importedAt("111-" + n, now);
            ledger.parcel(
                    "111-" + n,
                    1,
                    "SENT",
                    "commerce_track_id",
                    n,
                    "sent_at",
                    now,
                    "shipped_at",
                    now.minus(Duration.ofHours(3)));
        }
        assertThat(page("/"))
                .contains("median 5 min, 95 % within", "(20 orders)")
                .contains("median 3 h 0 min, 95 % within 3 h 0 min (20 parcels)");
    }

    @Test
    void tellsHowFarEachAccountIsAndWhatIsLeftOfItsQuotas() throws Exception {
        ledger.lane(
                "amazon-orders/us",
                "last_success_at",
                Instant.parse("2026-03-01T11:00:00Z"),
                "position",
                Instant.parse("2026-03-01T10:58:00Z"));
        ledger.quota("search-orders", 0.5, 20, 0.0056);
        ledger.quota("confirm-shipment", 7.2, 10, 0.0001);

        assertThat(page("/"))
                .contains("2026-03-01 11:00:00", "2026-03-01 10:58:00")
                .containsSubsequence("Confirm shipment", "7 of 10", "Search orders", "0 of 20", "next at 20");
        assertThat(page("/")).contains("side-up", "side-unknown");
    }

    @Test
    void leadsToTheOrdersThatMustLeaveSoon() throws Exception {
        Instant now = Instant.now();
        ledger.order("111-1", OrderState.IMPORTED, "latest_ship_time", now.minusSeconds(3600));
        ledger.order("111-2", OrderState.IMPORTED, "latest_ship_time", now.plusSeconds(7200));
        ledger.order("111-3", OrderState.IMPORTED, "latest_ship_time", now.plus(Duration.ofDays(3)));
        ledger.order("111-4", OrderState.SHIPPED, "latest_ship_time", now.minusSeconds(3600));

        assertThat(page("/"))
                .contains("1 order: ", "Past the latest ship time")
                .containsPattern("id=\"due-soon\"[^>]*>1 order<");
        assertThat(page("/orders?sort=ship_by&shipBy=" + now.plusSeconds(14400)))
                .containsSubsequence("111-1", "111-2")
                .contains("1–2", "To be shipped by: ")
                .doesNotContain("111-3", "111-4");
    }

    @Test
    void keepsItselfUpToDate() throws Exception {
        assertThat(page("/dashboard/live"))
                .startsWith("<div id=\"live\"")
                .contains("hx-get=\"/dashboard/live\"")
                .doesNotContain("<html");
    }

    private void parked(String order, String reason, String note) {
        ledger.order(order, OrderState.NEEDS_ATTENTION, "reason", reason, "note", note);
    }

    private String page(String address) throws Exception {
        return http.perform(get(address).with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
