package io.fulfillmenthub.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.amazon.AmazonJson.SearchOrdersResponse;
import io.fulfillmenthub.amazon.AmazonSettings.Account;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderPage;
import io.fulfillmenthub.order.OrderSearch;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RetryableException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;

/** Reading orders of the Orders API v2026-01-01: searchOrders and getOrder. */
public class AmazonOrders {

    private static final String ORDERS = "/orders/2026-01-01/orders";
    private static final String INCLUDED_DATA =
            "includedData=BUYER,RECIPIENT,PROCEEDS,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES";
    private static final String TAX = ",TAX";
    private static final int PAGE_SIZE = 100;

    private final ObjectMapper json = new ObjectMapper();
    private final AmazonPages pages = new AmazonPages();
    private final AmazonTranslator translator = new AmazonTranslator();
    private final AmazonSettings settings;

    AmazonOrders(AmazonSettings settings) {
        this.settings = settings;
    }

    /**
     * Asks for a page of changed orders; no upper bound is sent, because Amazon applies and echoes its own.
     *
     * @throws RejectedException when the account is no longer configured
     */
    public AmazonCall searchCall(OrderSearch search) {
        Account account = settings.account(search.accountId());
        String query = "lastUpdatedAfter="
                + encoded(
                        search.lastUpdatedAfter().truncatedTo(ChronoUnit.MILLIS).toString())
                + "&marketplaceIds=" + String.join(",", account.marketplaceIds())
                + "&" + includedData(account)
                + "&maxResultsPerPage=" + PAGE_SIZE
                + search.token()
                        .map(token -> "&paginationToken=" + encoded(token))
                        .orElse("");
        return AmazonCall.get(AmazonOperation.SEARCH_ORDERS, account.id(), search, account.url(ORDERS), query);
    }

    /**
     * Reads a page; orders that cannot be read are set aside in it.
     *
     * @throws RetryableException when the answer is no page at all
     */
    public OrderPage page(AmazonCall call) {
        if (call.answer().json() == null || !call.answer().json().path("orders").isArray()) {
            throw unreadable(call, null);
        }
        try {
            return pages.toPage(
                    (OrderSearch) call.question(),
                    json.treeToValue(call.answer().json(), SearchOrdersResponse.class));
        } catch (JsonProcessingException e) {
            throw unreadable(call, e);
        }
    }

    /**
     * Asks for one order.
     *
     * @throws RejectedException when the account is no longer configured
     */
    public AmazonCall getCall(OrderKey key) {
        Account account = settings.account(key.accountId());
        URI url = account.url(ORDERS + "/" + encoded(key.amazonOrderId()));
        return AmazonCall.get(AmazonOperation.GET_ORDER, account.id(), key, url, includedData(account));
    }

    /**
     * Reads one order.
     *
     * @throws RejectedException naming the field that cannot be read
     * @throws RetryableException when the answer holds no order at all
     */
    public Order order(AmazonCall call) {
        if (call.answer().json() == null || !call.answer().json().path("order").isObject()) {
            throw unreadable(call, null);
        }
        return translator.toOrder(call.accountId(), call.answer().json().get("order"));
    }

    /** Tax registrations need a restricted role and are of use to few, so they are asked for only where it is wished. */
    private static String includedData(Account account) {
        return account.taxRegistrations() ? INCLUDED_DATA + TAX : INCLUDED_DATA;
    }

    private static RetryableException unreadable(AmazonCall call, JsonProcessingException cause) {
        String message = "Amazon's answer to " + call.operation().id() + " is not what its model documents";
        return new RetryableException(message, AmazonFailures.failure(call), cause);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
