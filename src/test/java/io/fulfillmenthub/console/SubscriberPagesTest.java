package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fulfillmenthub.ledger.LedgerRows;
import io.fulfillmenthub.order.OrderState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class SubscriberPagesTest {

    @Autowired
    private MockMvc http;

    @Autowired
    private LedgerRows ledger;

    @BeforeEach
    void clear() {
        ledger.clear();
    }

    @Test
    void listsAConfiguredSubscriberBeforeItGotAnything() throws Exception {
        http.perform(get("/api/subscribers").with(httpBasic("operator", "correct horse")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].name").value("erp"))
                .andExpect(jsonPath("$.items[0].slots[0]").value("order-imported"))
                .andExpect(jsonPath("$.items[0].pending").value(0));
        http.perform(get("/actuator/prometheus").with(httpBasic("operator", "correct horse")))
                .andExpect(content().string(containsString("hub_subscriber_parked{subscriber=\"erp\"}")));
    }

    @Test
    void showsWhatIsParkedAndReplaysIt() throws Exception {
        ledger.order("111-1", OrderState.IMPORTED);
        ledger.delivery("111-1", "erp", "NEEDS_ATTENTION", "note", "The subscriber erp failed with HTTP status 500");
        String page = http.perform(get("/subscribers").with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("failed with HTTP status 500", "Replay parked", "aria-current=\"page\"");

        http.perform(post("/subscribers/erp/replay")
                        .param("state", "parked")
                        .with(user("operator").authorities(Role.ADMIN.authorities()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/subscribers"))
                .andExpect(flash().attribute("message", "1 hand-overs to erp happen once more now."));
    }

    @Test
    void givesANewSubscriberTheOrdersImportedBefore() throws Exception {
        ledger.order("111-1", OrderState.IMPORTED, "imported_at", LedgerRows.PURCHASED);
        ledger.order("111-2", OrderState.READY);
        http.perform(post("/api/subscribers/erp/replay?from=2026-03-01&to=2026-03-01")
                        .with(httpBasic("operator", "correct horse")))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.replayed").value(1));
        http.perform(get("/api/subscribers").with(httpBasic("operator", "correct horse")))
                .andExpect(jsonPath("$.items[0].pending").value(1));
    }

    @Test
    void refusesAReplayWithoutLimitAndAnUnknownSubscriber() throws Exception {
        http.perform(post("/api/subscribers/erp/replay").with(httpBasic("operator", "correct horse")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.error").value(containsString("parameter from")));
        http.perform(post("/api/subscribers/nobody/replay?state=parked").with(httpBasic("operator", "correct horse")))
                .andExpect(status().isNotFound());
    }
}
