package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fulfillmenthub.ledger.LedgerRows;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class EnginePagesTest {

    @Autowired
    private MockMvc http;

    @Autowired
    private LedgerRows ledger;

    @Test
    void listsEveryRouteWithItsNumbers() throws Exception {
        assertThat(page("/routes"))
                .contains("href=\"/routes/order-import\"", "Creates one order", "routes/order-import.camel.yaml")
                .contains("side-down", "Stopped", "1,200", "42 ms", "2026-03-01 10:00:00");
    }

    @Test
    void drawsARouteAndShowsItsFile() throws Exception {
        assertThat(page("/routes/order-import"))
                .containsSubsequence("direct:order-import", "filter[simple{missing}]", "href=\"/routes/order-create\"")
                .contains("- route: &lt;x&gt;");
        http.perform(get("/routes/none").with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isNotFound());
    }

    @Test
    void tellsEverySettingItsOriginAndItsDefault() throws Exception {
        assertThat(page("/settings"))
                .containsSubsequence("hub.orders.import", "enabled", "default", "commerce.access-token")
                .contains(Setting.HIDDEN, "hub.yaml - 3:5");
    }

    @Test
    void showsEachQuotaOfAnAccount() throws Exception {
        ledger.clear();
        ledger.quota("search-orders", 0.5, 20, 0.0056);
        ledger.quota("confirm-shipment", 10, 10, 2);
        assertThat(page("/accounts"))
                .containsSubsequence("Confirm shipment", "10 of 10", "2 a second", "Now")
                .containsSubsequence("Search orders", "0 of 20", "one in 2 min", "Waits")
                .contains("No request was sent yet");
    }

    private String page(String address) throws Exception {
        return http.perform(get(address).with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
