package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ErrorEntry;
import io.fulfillmenthub.ledger.ErrorLog;
import io.fulfillmenthub.ledger.OrderBook;
import io.fulfillmenthub.ledger.OrderDetails;
import io.fulfillmenthub.order.CancelReason;
import io.fulfillmenthub.order.OrderKey;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page of one order: what it shows, and to whom for how long the buyer. */
@Component
class OrderPage {

    static final String REQUESTS = "requests";

    private static final String DETAILS = "details";
    private static final Set<String> TABS = Set.of(DETAILS, "items", "tracking", "history", REQUESTS);
    private static final Duration SHOWN_FOR = Duration.ofMinutes(10);

    private final OrderBook orders;
    private final ErrorLog calls;

    OrderPage(OrderBook orders, ErrorLog calls) {
        this.orders = orders;
        this.calls = calls;
    }

    /**
     * Shows an order.
     *
     * @param view the template, or a part of it
     * @param tab which part of the order; an unknown one is the first
     * @param session knows whether the personal data was asked for
     * @throws ResponseStatusException 404 when the hub does not know the order
     */
    ModelAndView show(String view, OrderKey key, String tab, HttpSession session) {
        OrderDetails details = orders.details(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<ErrorEntry> failed = calls.of(key);
        boolean revealed = revealed(key, session);
        String chosen = TABS.contains(tab) ? tab : DETAILS;
        return new ModelAndView(view)
                .addObject("details", details)
                .addObject("entry", details.entry())
                .addObject("order", details.order().orElse(null))
                .addObject("actions", OrderActions.of(details))
                .addObject("reasons", CancelReason.values())
                .addObject("timeline", TimelineEvent.of(details.history(), failed))
                .addObject("tab", chosen)
                .addObject("revealed", revealed)
                .addObject("version", version(details, failed, revealed));
    }

    /** Lets this session see the personal data of an order for ten minutes. */
    void reveal(OrderKey key, HttpSession session) {
        session.setAttribute(attribute(key), Instant.now().plus(SHOWN_FOR));
    }

    private static boolean revealed(OrderKey key, HttpSession session) {
        return session.getAttribute(attribute(key)) instanceof Instant until
                && Instant.now().isBefore(until);
    }

    private static String attribute(OrderKey key) {
        return "personal-data-of-" + key;
    }

    private static String version(OrderDetails details, List<ErrorEntry> failed, boolean revealed) {
        List<Object> seen = List.of(
                OrderListing.version(details.entry()),
                details.beingWorkedOn(),
                details.dueAt(),
                details.packages(),
                details.history(),
                details.withheld(),
                failed,
                revealed);
        return Integer.toHexString(seen.hashCode());
    }
}
