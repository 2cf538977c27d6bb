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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
    void showsItemsAddressPackagesAndHistory() throws Exception {
        ledger.order(SampleOrder.WITH_TWO_ITEMS, OrderState.IMPORTED);
        ledger.parcel(ID, 1, "CONFIRMED", "tracking_number", "1Z999", "carrier_title", "UPS Ground");
        ledger.event(ID, LedgerRows.PURCHASED, "imported", "Created in Commerce");
        assertThat(page(ADDRESS))
                .contains(
                        "KETTLE-RED",
                        "Kettle &lt;red&gt;",
                        "79.80 USD",
                        "7.63 USD",
                        "92.42 USD",
                        "Buyer asks to cancel")
                .contains("12 Analytical Ave", "Seattle, WA 98101, US", "Engines Ltd", "PO-7781", "Prime")
                .contains("1Z999", "UPS Ground", "Confirmed", "Created in Commerce", "2026-03-01 10:00:00");
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
        ledger.order("111-2", OrderState.NEEDS_ATTENTION);
        assertThat(page("/orders/us/111-1")).doesNotContain("/retry");
        assertThat(page("/orders/us/111-2")).contains("hx-post=\"/orders/us/111-2/retry\"", "name=\"_csrf\"");
    }

    @Test
    void retriesAndSaysWhatHappened() throws Exception {
        ledger.order("111-1", OrderState.NEEDS_ATTENTION);
        http.perform(post("/orders/us/111-1/retry").with(user("jo")).with(csrf()))
                .andExpect(redirectedUrl("/orders/us/111-1"))
                .andExpect(flash().attribute("message", "The hub tries the order again now."))
                .andExpect(flash().attribute("refused", false));
        assertThat(page("/orders/us/111-1")).contains("Ready", "by jo");
    }

    @Test
    void answersNothingWhileNothingChanged() throws Exception {
        ledger.order("111-1", OrderState.READY);
        String page = page("/orders/us/111-1");
        String version = page.replaceAll("(?s).*version=([0-9a-f]+).*", "$1");
        http.perform(get("/orders/us/111-1/live").param("version", version).with(user("operator")))
                .andExpect(status().isNoContent());
        ledger.event("111-1", LedgerRows.PURCHASED, "imported", null);
        assertThat(page("/orders/us/111-1/live?version=" + version))
                .contains("Imported")
                .doesNotContain("<html");
    }

    @Test
    void knowsOnlyKnownOrders() throws Exception {
        http.perform(get("/orders/us/nope").with(user("operator"))).andExpect(status().isNotFound());
        http.perform(get("/orders/us/nope/live").with(user("operator"))).andExpect(status().isNotFound());
        http.perform(post("/orders/us/nope/retry").with(user("operator")).with(csrf()))
                .andExpect(status().isNotFound());
    }

    private String page(String address) throws Exception {
        return http.perform(get(address).with(user("operator")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
