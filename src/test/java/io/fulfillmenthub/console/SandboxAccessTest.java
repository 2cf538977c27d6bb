package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
@ActiveProfiles("sandbox")
class SandboxAccessTest {

    @Autowired
    private MockMvc http;

    @Test
    void letsTheSimulatedWorldsBeCalledWithoutALogin() throws Exception {
        http.perform(get("/sandbox/amazon/orders")).andExpect(status().isNotFound());
        http.perform(post("/sandbox/commerce/orders")).andExpect(status().isNotFound());
    }

    @Test
    void stillAsksForALoginEverywhereElse() throws Exception {
        http.perform(get("/")).andExpect(status().isFound());
        http.perform(get("/api/orders")).andExpect(status().isUnauthorized());
    }

    @Test
    void saysOnEveryPageThatNothingRealHappens() throws Exception {
        String page = http.perform(get("/").with(user("operator").authorities(Role.ADMIN.authorities())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Sandbox", "nothing real happens");
    }
}
