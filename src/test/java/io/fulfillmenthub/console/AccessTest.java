package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fulfillmenthub.ledger.LedgerRows;
import io.fulfillmenthub.order.OrderState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class AccessTest {

    @Autowired
    private MockMvc http;

    @Autowired
    private LedgerRows ledger;

    @BeforeEach
    void oneOrder() {
        ledger.clear();
        ledger.order("111-1", OrderState.NEEDS_ATTENTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/orders",
                "/orders.csv",
                "/routes",
                "/routes/order-import",
                "/settings",
                "/attention",
                "/dashboard/live",
                "/orders/live",
                "/orders/us/111-1",
                "/orders/us/111-1/live",
                "/sandbox/orders",
                "/x"
            })
    void sendsStrangersFromPagesToTheLogin(String page) throws Exception {
        http.perform(get(page))
                .andExpect(status().isFound())
                .andExpect(header().string("Location", endsWith("/login")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/summary",
                "/api/orders",
                "/api/orders/us/111-1",
                "/api/x",
                "/actuator",
                "/actuator/prometheus"
            })
    void asksStrangersForBasicCredentials(String address) throws Exception {
        http.perform(get(address))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", containsString("Basic")));
        http.perform(get(address).with(httpBasic("operator", "wrong"))).andExpect(status().isUnauthorized());
        http.perform(get(address).with(httpBasic("nobody", "correct horse"))).andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/sync", "/api/orders/us/111-1/retry"})
    void changesNothingForStrangers(String address) throws Exception {
        http.perform(post(address)).andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/console.css", "/console.js", "/charts.js", "/favicon.svg", "/actuator/health"})
    void showsToEverybody(String address) throws Exception {
        http.perform(get(address)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/summary", "/api/orders", "/api/orders/us/111-1", "/actuator/prometheus"})
    void answersTheOperatorsPrograms(String address) throws Exception {
        http.perform(get(address).with(httpBasic("operator", "correct horse")))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Set-Cookie"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sync", "/attention/retry", "/orders/us/111-1/retry", "/logout", "/login"})
    void refusesFormsWithoutTheirToken(String address) throws Exception {
        http.perform(post(address).with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isForbidden());
    }

    @Test
    void refusesApiCallsThatABrowserSendsForAnotherSite() throws Exception {
        http.perform(post("/api/sync")
                        .with(httpBasic("operator", "correct horse"))
                        .header("Sec-Fetch-Site", "cross-site"))
                .andExpect(status().isForbidden());
    }

    @Test
    void logsInByTheForm() throws Exception {
        http.perform(post("/login").with(csrf()).param("username", "operator").param("password", "correct horse"))
                .andExpect(redirectedUrl("/"));
        http.perform(post("/login").with(csrf()).param("username", "operator").param("password", "wrong"))
                .andExpect(redirectedUrl("/login?error"));
    }

    @Test
    void sendsPeopleToTheCompanysOpenIdProvider() throws Exception {
        assertThat(http.perform(get("/login")).andReturn().getResponse().getContentAsString())
                .contains("/oauth2/authorization/company", "Sign in with Company");
        http.perform(get("/oauth2/authorization/company"))
                .andExpect(status().isFound())
                .andExpect(header().string("Location", startsWith("https://id.example.com/authorize?")));
    }

    @Test
    void allowsNothingToWhomHasNoRole() throws Exception {
        http.perform(get("/").with(user("jo"))).andExpect(status().isForbidden());
        http.perform(get("/api/orders").with(user("jo"))).andExpect(status().isForbidden());
    }

    @Test
    void showsViewersNoActionsAndNoPersonalData() throws Exception {
        ledger.order(SampleOrder.WITH_TWO_ITEMS, OrderState.NEEDS_ATTENTION);
        String address = "/orders/us/" + SampleOrder.WITH_TWO_ITEMS.amazonOrderId();
        var viewer = user("jo").authorities(Role.VIEWER.authorities());
        assertThat(http.perform(get(address).with(viewer))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("•••")
                .doesNotContain("Retry now", "/reveal", "Analytical");
        assertThat(http.perform(get("/api" + address).with(viewer))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("\"postalCode\":null")
                .doesNotContain("Analytical", "98101");
        http.perform(post(address + "/reveal").with(viewer).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void tellsALivePageWhoseSessionEndedToGoToTheLogin() throws Exception {
        http.perform(get("/orders/live").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/api/summary", "/console.css"})
    void protectsEveryAnswerByHeaders(String address) throws Exception {
        http.perform(get(address)
                        .with(httpBasic("operator", "correct horse"))
                        .with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"));
    }

    @Test
    void servesTheScriptsThatPagesName() throws Exception {
        String page = http.perform(get("/login")).andReturn().getResponse().getContentAsString();
        var scripts = java.util.regex.Pattern.compile("src=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .toList();
        assertThat(scripts).hasSize(2);
        for (var script : scripts) {
            http.perform(get(script.group(1))).andExpect(status().isOk());
        }
    }
}
