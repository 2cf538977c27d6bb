package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

/** Somebody pages through a long list of orders, sorts it, goes to its end and back. */
public final class PagingWalk {

    private static final int PAGE = 50;

    private final Browser browser;
    private final int orders;

    /**
     * A walk through a list.
     *
     * @param orders how many orders there are
     */
    public PagingWalk(Browser browser, int orders) {
        this.browser = browser;
        this.orders = orders;
    }

    /** Logs in and goes all the way; fails where a page is not the one that was asked for. */
    public void go() {
        browser.logIn("operator");
        browser.open("/orders");
        shows(0);
        String first = browser.text("tbody tr td.order a");
        browser.click("//a[@id='next']");
        shows(1);
        assertThat(browser.text("tbody tr td.order a")).isNotEqualTo(first);
        browser.click("//a[@id='next']");
        shows(2);
        browser.click("//a[@id='previous']");
        browser.click("//a[@id='previous']");
        shows(0);
        assertThat(browser.text("tbody tr td.order a")).isEqualTo(first);

        browser.click("//a[@id='by-total']");
        assertThat(browser.address()).contains("sort=highest_total");
        browser.click("//a[@id='next']");
        assertThat(browser.address()).contains("sort=highest_total", "page=1");
        shows(1);

        int last = orders / PAGE - 1;
        browser.open("/orders?page=" + last);
        shows(last);
        assertThat(browser.count("#next")).isZero();
        browser.click("//a[@id='previous']");
        shows(last - 1);
        browser.click("//a[@id='next']");
        shows(last);
    }

    private void shows(int page) {
        browser.awaitText(
                ".paging p", String.format(Locale.ROOT, "%,d–%,d of %,d", page * PAGE + 1, (page + 1) * PAGE, orders));
        assertThat(browser.count("tbody tr")).isEqualTo(PAGE);
    }
}
