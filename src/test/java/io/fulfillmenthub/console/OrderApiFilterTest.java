package io.fulfillmenthub.console;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fulfillmenthub.ledger.LedgerRows;
import io.fulfillmenthub.order.OrderState;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ConsoleTest
class OrderApiFilterTest {

    @Autowired
    private MockMvc http;

    @Autowired
    private LedgerRows ledger;

    @BeforeEach
    void threeOrders() {
        ledger.clear();
        ledger.order(
                "111-0000000-0000001",
                OrderState.IMPORTED,
                "buyer_name",
                "Ada O'Neil 100%",
                "total",
                new BigDecimal("12.5"),
                "currency",
                "USD",
                "commerce_order_id",
                42L,
                "commerce_order_number",
                "000000042");
        ledger.order(
                "111-0000000-0000002",
                OrderState.NEEDS_ATTENTION,
                "buyer_name",
                "Grace_Hopper",
                "total",
                new BigDecimal("2500"),
                "currency",
                "JPY",
                "reason",
                "PRODUCT_UNKNOWN",
                "purchase_date",
                Instant.parse("2026-03-02T23:59:59.999999Z"),
                "amazon_status",
                "SHIPPED",
                "attempts",
                3);
        ledger.order(
                "111-0000000-0000003",
                OrderState.WAITING,
                "account_id",
                "eu",
                "purchase_date",
                Instant.parse("2026-03-03T00:00:00Z"),
                "amazon_status",
                "PENDING",
                "reason",
                "PENDING",
                "note",
                "Waits");
    }

    @ParameterizedTest
    @CsvSource({
        "state, WAITING, 1",
        "state, imported, 1",
        "state, 'WAITING,IMPORTED', 2",
        "state, COMPLETED, 0",
        "state, '', 3",
        "status, SHIPPED, 1",
        "status, UNKNOWN, 0",
        "account, eu, 1",
        "number, 111-0000000-0000002, 1",
        "number, ' 000000042 ', 1",
        "number, 111, 0",
        "buyer, o'neil, 1",
        "buyer, ADA, 1",
        "buyer, %, 1",
        "buyer, _, 1",
        "buyer, '''; drop table orders; --', 0",
        "buyer, '<script>alert(1)</script>', 0",
        "from, 2026-03-02, 2",
        "from, 2026-03-03T00:00:00Z, 1",
        "to, 2026-03-02, 2",
        "to, 2026-03-01T10:00:00Z, 1",
        "to, 2026-03-01T09:59:59Z, 0",
        "minTotal, 12.5, 2",
        "minTotal, 12.51, 1",
        "maxTotal, 12.50, 1",
        "maxTotal, -1, 0"
    })
    void filters(String parameter, String value, int found) throws Exception {
        call(get("/api/orders").param(parameter, value))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(found))
                .andExpect(jsonPath("$.items").value(hasSize(found)));
    }

    @Test
    void combinesFilters() throws Exception {
        call(get("/api/orders")
                        .param("state", "IMPORTED")
                        .param("state", "NEEDS_ATTENTION")
                        .param("from", "2026-03-02")
                        .param("minTotal", "1"))
                .andExpect(jsonPath("$.items[*].amazonOrderId").value(contains("111-0000000-0000002")));
    }

    @ParameterizedTest
    @CsvSource({
        "oldest, 111-0000000-0000001",
        "HIGHEST_TOTAL, 111-0000000-0000002",
        "lowest_total, 111-0000000-0000001",
        "newest, 111-0000000-0000003"
    })
    void sorts(String sort, String first) throws Exception {
        call(get("/api/orders").param("sort", sort))
                .andExpect(jsonPath("$.items[0].amazonOrderId").value(first));
    }

    @ParameterizedTest
    @CsvSource({
        "state, LOST",
        "state, 'WAITING,x'",
        "status, Unshipped!",
        "sort, buyer_name; drop table orders",
        "from, yesterday",
        "from, 2026-02-30",
        "to, 2026-13-01T00:00:00Z",
        "from, +1000000-01-01T00:00:00Z",
        "to, -999999999-01-01T00:00:00Z",
        "minTotal, 1e999999999",
        "minTotal, NaN",
        "maxTotal, '1,5'",
        "maxTotal, 1.23456",
        "page, -1",
        "page, 1.5",
        "page, 99999999999",
        "page, 1000001",
        "size, 0",
        "size, 501",
        "size, many",
        "size, 0x10"
    })
    void refusesWhatItCannotReadByName(String parameter, String value) throws Exception {
        call(get("/api/orders").param(parameter, value))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.error").value(containsString("parameter " + parameter + " ")))
                .andExpect(jsonPath("$.error").value(containsString("for example " + parameter + "=")));
    }

    @Test
    void refusesTextThatNoDatabaseTakes() throws Exception {
        for (String parameter : new String[] {"buyer", "number", "account"}) {
            call(get("/api/orders").param(parameter, "a\u0000b")).andExpect(status().isBadRequest());
            call(get("/api/orders").param(parameter, "x".repeat(201))).andExpect(status().isBadRequest());
            call(get("/api/orders").param(parameter, "a", "b")).andExpect(status().isBadRequest());
        }
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(httpBasic("operator", "correct horse")));
    }
}
