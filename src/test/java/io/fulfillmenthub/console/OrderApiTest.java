package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.fulfillmenthub.ledger.LedgerRows;
import io.fulfillmenthub.order.OrderState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ConsoleTest
class OrderApiTest {

    @Autowired
    private MockMvc http;

    @Autowired
    private LedgerRows ledger;

    @Autowired
    private JdbcClient database;

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

    @Test
    void countsEveryState() throws Exception {
        call(get("/api/summary")).andExpect(status().isOk()).andExpect(content().json("""
                                {"states":{"WAITING":1,"READY":0,"IMPORTING":0,"IMPORTED":1,"SHIPPED":0,"COMPLETED":0,
                                "CANCELLED":0,"NEEDS_ATTENTION":1,"NOT_IMPORTED":0}}"""));
    }

    @Test
    void listsTheNewestOrderFirst() throws Exception {
        call(get("/api/orders"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.items[*].amazonOrderId")
                        .value(contains("111-0000000-0000003", "111-0000000-0000002", "111-0000000-0000001")));
    }

    @Test
    void showsEveryFieldOfAnOrder() throws Exception {
        call(get("/api/orders").param("number", "000000042"))
                .andExpect(content().json("""
                                {"total":1,"items":[{"amazonOrderId":"111-0000000-0000001","accountId":"us",
                                "marketplaceId":"ATVPDKIKX0DER","purchaseDate":"2026-03-01T10:00:00Z",
                                "amazonStatus":"UNSHIPPED","fulfilledBy":"MERCHANT","buyerName":"Ada O'Neil 100%",
                                "state":"IMPORTED","commerceOrderId":42,"commerceOrderNumber":"000000042","note":null,
                                "attempts":0}]}"""))
                .andExpect(content().string(containsString("\"total\":{\"amount\":12.50,\"currency\":\"USD\"}")))
                .andExpect(jsonPath("$.items[0].updatedAt").isString());
    }

    @Test
    void writesAmountsInTheCurrencysOwnDecimals() throws Exception {
        call(get("/api/orders").param("state", "NEEDS_ATTENTION"))
                .andExpect(content().string(containsString("{\"amount\":2500,\"currency\":\"JPY\"}")));
    }

    @Test
    void explainsTheReasonWhenThereIsNoNote() throws Exception {
        call(get("/api/orders").param("state", "NEEDS_ATTENTION"))
                .andExpect(jsonPath("$.items[0].note").value(containsString("Create the product")))
                .andExpect(jsonPath("$.items[0].reason").value("PRODUCT_UNKNOWN"));
        call(get("/api/orders").param("state", "WAITING"))
                .andExpect(jsonPath("$.items[0].note").value("Waits"));
    }

    @Test
    void pagesThroughThousandsOfOrdersWithoutLosingOrRepeatingOne() throws Exception {
        ledger.clear();
        database.sql("""
                        insert into orders (account_id, amazon_order_id, purchase_date, last_updated, amazon_status,
                            fulfilled_by, state)
                        select 'us', '113-' || n, timestamptz '2026-01-01Z' + (n / 7) * interval '1 minute', now(),
                            'UNSHIPPED', 'MERCHANT', 'IMPORTED'
                        from generate_series(1, 5000) n""").update();
        Set<String> seen = new HashSet<>();
        for (int page : IntStream.range(0, 10).toArray()) {
            String body = call(get("/api/orders").param("size", "500").param("page", "" + page))
                    .andExpect(jsonPath("$.total").value(5000))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            seen.addAll(JsonPath.<List<String>>read(body, "$.items[*].amazonOrderId"));
        }
        assertThat(seen).hasSize(5000);
        call(get("/api/orders").param("size", "500").param("page", "10"))
                .andExpect(jsonPath("$.items").value(hasSize(0)))
                .andExpect(jsonPath("$.total").value(5000));
        call(get("/api/orders")).andExpect(jsonPath("$.items").value(hasSize(50)));
    }

    @Test
    void startsThePolls() throws Exception {
        call(post("/api/sync"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.started").value(contains("order-poll-us", "shipment-poll")));
    }

    @Test
    void answersUnknownOrdersWithASentence() throws Exception {
        call(get("/api/orders/us/999-0000000-0000000"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.error").value(containsString("does not know this order")));
        call(post("/api/orders/eu/111-0000000-0000001/retry")).andExpect(status().isNotFound());
    }

    @Test
    void retriesAParkedOrderAndRefusesAFinishedOne() throws Exception {
        ledger.order("111-0000000-0000009", OrderState.COMPLETED);
        call(post("/api/orders/us/111-0000000-0000002/retry"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.message").isString());
        call(get("/api/orders/us/111-0000000-0000002"))
                .andExpect(jsonPath("$.state").value("READY"))
                .andExpect(jsonPath("$.history[0].actor").value("operator"));
        call(post("/api/orders/us/111-0000000-0000009/retry"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.error").value(containsString("finished")));
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(httpBasic("operator", "correct horse")));
    }
}
