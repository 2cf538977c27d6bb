package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
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
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What is special about an order, on its page, and the form that corrects its address. */
@ConsoleTest
class SpecialOrderPagesTest {

    private static final String ADDRESS = "/orders/us/111-2222222-3333333";

    private final MockHttpSession session = new MockHttpSession();

    @Autowired
    private MockMvc http;

    @Autowired
    private LedgerRows ledger;

    @BeforeEach
    void clear() {
        ledger.clear();
    }

    @Test
    void hidesTheBuyersWordsAndNumbersUntilSomebodyAsks() throws Exception {
        ledger.order(SampleOrder.WITH_TWO_ITEMS, OrderState.IMPORTED);

        assertThat(page("")).contains("VAT G•••").doesNotContain("GB1815", "Engines Limited");
        assertThat(page("?tab=items"))
                .contains("Gift", "Wrapping: Classic", "Customised", "H•••")
                .doesNotContain("Happy birthday", "custom.example");

        reveal();

        assertThat(page("")).contains("VAT GB1815", "Engines Limited", "tax office Office Nine");
        assertThat(page("?tab=items")).contains("“Happy birthday”");
    }

    @Test
    void linksACustomisedItemOnlyWhereABrowserMayGo() throws Exception {
        ledger.order(SampleOrder.WITH_TWO_ITEMS, OrderState.IMPORTED);
        reveal();

        assertThat(page("?tab=items"))
                .contains("href=\"https://custom.example/k?a=1&amp;b=2\"", "javascript:alert(1)")
                .doesNotContain("href=\"javascript");
    }

    @Test
    void correctsTheAddressByTheFormOfAnOrderThatWaitsForIt() throws Exception {
        ledger.order(SampleOrder.WITH_TWO_ITEMS, OrderState.NEEDS_ATTENTION);
        reveal();
        assertThat(page("")).contains("action=\"" + ADDRESS + "/address\"", "value=\"12 Analytical Ave\"");

        http.perform(form("Tacoma"))
                .andExpect(redirectedUrl(ADDRESS))
                .andExpect(flash().attribute("message", "The hub tries the order again now."))
                .andExpect(flash().attribute("refused", false));

        assertThat(page("")).contains("1 New Rd", "Tacoma, WA 98402, US", "Amazon gave", "12 Analytical Ave", "Ready");
        assertThat(page("?tab=history")).contains("by jo");
    }

    @Test
    void saysWhichFieldOfTheFormIsWrongAndChangesNothing() throws Exception {
        ledger.order(SampleOrder.WITH_TWO_ITEMS, OrderState.NEEDS_ATTENTION);
        reveal();

        http.perform(form(" "))
                .andExpect(redirectedUrl(ADDRESS))
                .andExpect(flash().attribute("refused", true))
                .andExpect(flash().attribute("message", startsWith("city is missing")));

        assertThat(page("")).contains("Seattle, WA 98101, US").doesNotContain("1 New Rd");
    }

    private static MockHttpServletRequestBuilder form(String city) {
        return post(ADDRESS + "/address")
                .param("name", "Ada Lovelace")
                .param("line1", "1 New Rd")
                .param("city", city)
                .param("postalCode", "98402")
                .param("countryCode", "US")
                .with(user("jo").authorities(Role.ADMIN.authorities()))
                .with(csrf());
    }

    private void reveal() throws Exception {
        http.perform(post(ADDRESS + "/reveal")
                        .session(session)
                        .with(user("jo").authorities(Role.ADMIN.authorities()))
                        .with(csrf()))
                .andExpect(redirectedUrl(ADDRESS));
    }

    private String page(String query) throws Exception {
        return http.perform(get(ADDRESS + query)
                        .session(session)
                        .with(user("operator").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
