package io.fulfillmenthub.console;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fulfillmenthub.ledger.LedgerRows;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class MonitoringTest {

    @Autowired
    private MockMvc http;

    @Autowired
    private LedgerRows ledger;

    @BeforeEach
    void clear() {
        ledger.clear();
    }

    @Test
    void isUpBeforeAnythingWasPolled() throws Exception {
        http.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("UP"))
                .andExpect(jsonPath("$.components").doesNotExist());
        http.perform(get("/actuator/health").with(httpBasic("operator", "correct horse")))
                .andExpect(jsonPath("$.components.amazon.status").value("UNKNOWN"))
                .andExpect(jsonPath("$.components.commerce.status").value("UNKNOWN"));
    }

    @Test
    void isUpWhileEveryLaneWorks() throws Exception {
        ledger.lane("amazon-orders/us", "last_success_at", LedgerRows.PURCHASED);
        ledger.lane("commerce-shipments", "last_success_at", LedgerRows.PURCHASED);
        http.perform(get("/actuator/health").with(httpBasic("operator", "correct horse")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.components.amazon.status").value("UP"))
                .andExpect(jsonPath("$.components.commerce.status").value("UP"));
    }

    @Test
    void staysUpWhileOneOfSeveralAccountsFailsAndSaysWhichOnlyToTheOperator() throws Exception {
        ledger.lane("amazon-orders/us", "last_success_at", LedgerRows.PURCHASED);
        ledger.lane(
                "amazon-orders/eu",
                "failing_since",
                Instant.parse("2026-03-01T11:00:00Z"),
                "last_error",
                "Amazon refuses the refresh token");
        http.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"status\":\"UP\"}"))
                .andExpect(jsonPath("$.components").doesNotExist());
        http.perform(get("/actuator/health").with(httpBasic("operator", "correct horse")))
                .andExpect(jsonPath("$.components.commerce.status").value("UNKNOWN"))
                .andExpect(jsonPath("$.components.amazon.status").value("PARTLY_DOWN"))
                .andExpect(jsonPath("$.components.amazon.details['amazon-orders/eu'].failingSince")
                        .value("2026-03-01T11:00:00Z"))
                .andExpect(jsonPath("$.components.amazon.details['amazon-orders/eu'].lastError")
                        .value("Amazon refuses the refresh token"));
    }

    @Test
    void isDownWhileEveryAccountInUseFailsOrCommerceDoes() throws Exception {
        ledger.lane("amazon-orders/us", "failing_since", LedgerRows.PURCHASED);
        ledger.lane("amazon-orders/eu", "failing_since", LedgerRows.PURCHASED);
        http.perform(get("/actuator/health"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().json("{\"status\":\"DOWN\"}"));

        ledger.clear();
        ledger.lane("commerce-shipments", "failing_since", LedgerRows.PURCHASED);
        http.perform(get("/actuator/health")).andExpect(status().isServiceUnavailable());
    }

    @Test
    void forgetsWhatWasWrongWithAnAccountThatRestsNow() throws Exception {
        ledger.lane("amazon-orders/us", "last_success_at", LedgerRows.PURCHASED);
        ledger.lane("amazon-orders/au", "failing_since", LedgerRows.PURCHASED);

        http.perform(get("/actuator/health").with(httpBasic("operator", "correct horse")))
                .andExpect(jsonPath("$.components.amazon.status").value("UP"));
    }

    @Test
    void tellsHowEveryAccountFaresAndWhatToDo() throws Exception {
        ledger.lane("amazon-orders/us", "last_success_at", LedgerRows.PURCHASED);
        ledger.lane(
                "amazon-orders/eu",
                "failing_since",
                LedgerRows.PURCHASED,
                "last_error",
                "Login with Amazon refuses the token",
                "reason",
                "AMAZON_UNAUTHORISED");

        http.perform(get("/api/accounts").with(httpBasic("operator", "correct horse")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].id").value(contains("us", "eu", "au")))
                .andExpect(jsonPath("$.items[*].state").value(contains("WORKING", "UNAUTHORISED", "INACTIVE")))
                .andExpect(jsonPath("$.items[1].region").value("EU"))
                .andExpect(jsonPath("$.items[1].error").value("Login with Amazon refuses the token"))
                .andExpect(jsonPath("$.items[1].nextStep").value(containsString("refresh-token")));
        http.perform(get("/accounts").with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Unauthorised")));
        http.perform(get("/actuator/prometheus").with(httpBasic("operator", "correct horse")))
                .andExpect(content().string(containsString("hub_account_up{account=\"us\"} 1.0")));
    }

    @Test
    void namesEveryGauge() throws Exception {
        http.perform(get("/actuator/prometheus").with(httpBasic("operator", "correct horse")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("hub_orders{state=\"NEEDS_ATTENTION\"}")))
                .andExpect(content().string(containsString("hub_attention{reason=\"PRODUCT_UNKNOWN\"}")))
                .andExpect(content().string(containsString("hub_backlog_age_seconds ")))
                .andExpect(content().string(containsString("hub_account_orders{account=\"au\",state=\"COMPLETED\"}")))
                .andExpect(content().string(containsString("hub_quota_left{account=\"us\",operation=\"get-order\"}")))
                .andExpect(content().string(containsString("hub_import_latency_seconds{quantile=\"0.95\"}")))
                .andExpect(content().string(containsString("hub_shipments_deadline{within=\"PT4H\"}")));
    }

    @Test
    void tellsAnOrchestratorThatItLivesAndIsReadyWhateverHappensAtTheOtherSides() throws Exception {
        ledger.lane("commerce-shipments", "failing_since", LedgerRows.PURCHASED);

        http.perform(get("/actuator/health")).andExpect(status().isServiceUnavailable());
        http.perform(get("/actuator/health/liveness"))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"status\":\"UP\"}"));
        http.perform(get("/actuator/health/readiness"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.components").doesNotExist());
    }
}
