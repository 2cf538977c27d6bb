package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.OrderBook;
import io.fulfillmenthub.ledger.OrderExport;
import io.fulfillmenthub.ledger.OrderFilter;
import io.fulfillmenthub.ledger.OrderList;
import io.fulfillmenthub.order.OrderState;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page Orders; it asks for its table again and again and gets nothing while nothing changed. */
@Controller
class OrderPages {

    /** The answer to a page that is still right: htmx leaves it alone, and with it focus, scroll and selection. */
    static final View UNCHANGED = (model, request, response) -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);

    private final OrderBook orders;
    private static final Logger LOG = LoggerFactory.getLogger(OrderPages.class);

    private final OrderExport export;
    private final Presentation show;
    private final PollTriggers polls;

    OrderPages(OrderBook orders, OrderExport export, Presentation show, PollTriggers polls) {
        this.orders = orders;
        this.export = export;
        this.show = show;
        this.polls = polls;
    }

    @GetMapping("/orders")
    String list(@RequestParam MultiValueMap<String, String> parameters, Model page, HttpServletResponse response) {
        try {
            page.addAttribute("listing", listing(parameters));
        } catch (BadParameterException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            page.addAttribute("problem", e.getMessage());
            page.addAttribute("listing", nothing(parameters));
        }
        return "orders";
    }

    @GetMapping("/orders/live")
    ModelAndView live(@RequestParam MultiValueMap<String, String> parameters) {
        OrderListing listing = listing(parameters);
        return listing.version().equals(parameters.getFirst("version"))
                ? new ModelAndView(UNCHANGED)
                : new ModelAndView("orders-update", "listing", listing);
    }

    @GetMapping("/orders.csv")
    void csv(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response) throws IOException {
        OrderQuery query = OrderQuery.of(parameters);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"orders.csv\"");
        OrderCsv lines = new OrderCsv(response.getWriter(), show);
        try {
            export.each(query.filter(), query.sort(), lines::add);
        } catch (OrderCsv.AbandonedException gone) {
            LOG.info("A download of orders was abandoned");
        }
    }

    @PostMapping("/sync")
    String sync(RedirectAttributes next) {
        List<String> started = polls.startAll();
        next.addFlashAttribute(
                "message",
                started.isEmpty()
                        ? "There is nothing to poll yet: configure amazon.accounts and commerce, then restart the hub."
                        : "Polling both sides now: " + String.join(", ", started) + ".");
        return "redirect:/orders";
    }

    private OrderListing listing(MultiValueMap<String, String> parameters) {
        OrderQuery query = OrderQuery.of(parameters);
        Map<OrderState, Long> counts = orders.counts();
        return new OrderListing(
                query,
                FilterLinks.ofOrders(parameters),
                orders.glance(query.filter(), query.sort(), query.page(), query.size(), total(query.filter(), counts)),
                counts,
                orders.accounts());
    }

    /** @return the total where the counts of the states tell it */
    private static OptionalLong total(OrderFilter filter, Map<OrderState, Long> counts) {
        if (!filter.equals(OrderFilter.ANY.in(filter.states()))) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(counts.entrySet().stream()
                .filter(count -> filter.states().isEmpty() || filter.states().contains(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum());
    }

    private OrderListing nothing(MultiValueMap<String, String> parameters) {
        return new OrderListing(
                OrderQuery.NEWEST,
                FilterLinks.ofOrders(parameters),
                new OrderList(List.of(), 0),
                orders.counts(),
                orders.accounts());
    }
}
