package io.fulfillmenthub.console;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ConsoleTest
class ErrorLogTest {

    @Autowired
    private MockMvc http;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void twoErrors() {
        database.sql("delete from remote_errors").update();
        add("2026-03-01T10:00:00Z", "amazon", "QuotaExceeded", null);
        add("2026-03-02T10:00:00Z", "commerce", "<script>", "111-0000000-0000001");
    }

    @Test
    void listsTheNewestFirstWithWhatASupportAsksFor() throws Exception {
        errors("")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[*].side").value(contains("commerce", "amazon")))
                .andExpect(jsonPath("$.items[0].amazonOrderId").value("111-0000000-0000001"))
                .andExpect(jsonPath("$.items[1].region").value("NA"))
                .andExpect(jsonPath("$.items[1].requestId").value("request-1"))
                .andExpect(jsonPath("$.items[1].at").value("2026-03-01T10:00:00Z"));
    }

    @Test
    void filtersAndPages() throws Exception {
        errors("?side=amazon").andExpect(jsonPath("$.items[*].code").value(contains("QuotaExceeded")));
        errors("?code=QuotaExceeded&account=us").andExpect(jsonPath("$.total").value(1));
        errors("?operation=get-order").andExpect(jsonPath("$.total").value(2));
        errors("?operation=search-orders").andExpect(jsonPath("$.total").value(0));
        errors("?from=2026-03-02").andExpect(jsonPath("$.items[*].side").value(contains("commerce")));
        errors("?to=2026-03-01").andExpect(jsonPath("$.items[*].side").value(contains("amazon")));
        errors("?size=1&page=1").andExpect(jsonPath("$.items[*].side").value(contains("amazon")));
    }

    @Test
    void refusesWhatItCannotRead() throws Exception {
        errors("?side=ebay")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.error").value(containsString("side must be one of")));
    }

    @Test
    void showsThemOnAPage() throws Exception {
        http.perform(get("/errors").with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("QuotaExceeded (429)")))
                .andExpect(content().string(containsString("&lt;script&gt;")))
                .andExpect(content().string(containsString("/orders/us/111-0000000-0000001")));
    }

    @Test
    void filtersThePageByItsAddressAndNamesWhatCannotBeRead() throws Exception {
        http.perform(get("/errors?side=amazon&size=1").with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(content().string(containsString("QuotaExceeded (429)")))
                .andExpect(content().string(containsString("Side: Amazon")))
                .andExpect(content().string(not(containsString("&lt;script&gt;"))));
        http.perform(get("/errors?from=soon").with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("from must be")));
    }

    private ResultActions errors(String query) throws Exception {
        return http.perform(get("/api/errors" + query).with(httpBasic("operator", "correct horse")));
    }

    private void add(String at, String side, String code, String order) {
        database.sql(
                        "insert into remote_errors (at, side, account_id, region, amazon_order_id, operation, status, code, message,"
                                + " request_id) values (?::timestamptz, ?, 'us', 'NA', ?, 'get-order', 429, ?, 'Message', 'request-1')")
                .params(at, side, order, code)
                .update();
    }
}
