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
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class AttentionPagesTest {

    private static final String NO_MUG = "Commerce has no product with the SKU MUG";
    private static final String NO_KETTLE = "Commerce has no product with the SKU KETTLE";

    @Autowired
    private MockMvc http;

    @Autowired
    private LedgerRows ledger;

    @BeforeEach
    void clear() {
        ledger.clear();
    }

    @Test
    void saysWhenNothingWaits() throws Exception {
        ledger.order("111-1", OrderState.IMPORTED);
        assertThat(page("/attention")).contains("Nothing waits for you").doesNotContain("Retry");
    }

    @Test
    void groupsByCauseAndSubjectTheLargestFirst() throws Exception {
        parked(1, "ADDRESS_REFUSED", "Commerce refuses the postcode");
        IntStream.range(10, 12).forEach(n -> parked(n, "PRODUCT_UNKNOWN", NO_KETTLE));
        IntStream.range(20, 25).forEach(n -> parked(n, "PRODUCT_UNKNOWN", NO_MUG));

        assertThat(page("/attention"))
                .containsSubsequence(
                        "Product unknown",
                        "5 orders: ",
                        NO_MUG,
                        "2 orders: ",
                        NO_KETTLE,
                        "Address refused",
                        "1 order: ",
                        "Commerce refuses the postcode");
    }

    @Test
    void takesSentencesThatDifferOnlyInTheOrderAsOne() throws Exception {
        parked(1, "NUMBER_TAKEN", "Another order is called 111-0000000-0000001");
        parked(2, "NUMBER_TAKEN", "Another order is called 111-0000000-0000002");
        assertThat(page("/attention")).contains("2 orders: ", "Another order is called …");
    }

    @Test
    void showsAndRetriesTheOrdersOfOneGroupOnly() throws Exception {
        IntStream.range(0, 3).forEach(n -> parked(n, "PRODUCT_UNKNOWN", NO_MUG));
        parked(7, "PRODUCT_UNKNOWN", NO_KETTLE);
        String group = Pattern.compile("id=\"(PRODUCT_UNKNOWN-[0-9a-f]{8})\"")
                .matcher(page("/attention"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(page("/orders?cause=" + group))
                .contains("111-0000000-0000000", "1–3")
                .doesNotContain("111-0000000-0000007");

        retry(group, "3 orders are tried again now.");

        assertThat(page("/attention")).contains(NO_KETTLE).doesNotContain(NO_MUG);
        assertThat(page("/orders/us/111-0000000-0000001?tab=history")).contains("Retry asked for", "by jane");
        retry("PRODUCT_UNKNOWN", "1 order is tried again now.");
        assertThat(page("/attention")).contains("Nothing waits for you");
    }

    @Test
    void findsParcelsAndHandOversWithTheirOrders() throws Exception {
        ledger.order("111-8", OrderState.IMPORTED);
        ledger.parcel("111-8", 1, "NEEDS_ATTENTION", "reason", "CARRIER_REFUSED", "note", "Amazon refuses the carrier");
        ledger.delivery("111-8", "erp", "NEEDS_ATTENTION", "reason", "SUBSCRIBER_FAILED", "note", "HTTP 500");
        assertThat(page("/attention")).contains("1 package: ", "1 hand-over to erp: ", "href=\"/subscribers\"");
        assertThat(page("/orders?cause=CARRIER_REFUSED")).contains("111-8", "Parked as: Carrier refused");

        retry("CARRIER_REFUSED", "1 order is tried again now.");

        assertThat(page("/attention")).doesNotContain("1 package");
    }

    @Test
    void namesACauseThatItCannotRead() throws Exception {
        retry("x", "The parameter cause must be");
        http.perform(get("/orders?cause=x").with(user("jane").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isBadRequest());
    }

    private void retry(String cause, String answer) throws Exception {
        http.perform(post("/attention/retry")
                        .param("cause", cause)
                        .with(user("jane").authorities(Role.ADMIN.authorities()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/attention"))
                .andExpect(flash().attribute("message", org.hamcrest.Matchers.startsWith(answer)));
    }

    private void parked(int number, String reason, String note) {
        ledger.order("111-0000000-000000" + number, OrderState.NEEDS_ATTENTION, "reason", reason, "note", note);
    }

    private String page(String address) throws Exception {
        return http.perform(get(address).with(user("jane").authorities(Role.ADMIN.authorities())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
