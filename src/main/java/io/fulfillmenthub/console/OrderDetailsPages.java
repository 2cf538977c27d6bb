package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.OperatorActions;
import io.fulfillmenthub.ledger.OrderBook;
import io.fulfillmenthub.ledger.OrderDetails;
import io.fulfillmenthub.ledger.RetryAnswer;
import io.fulfillmenthub.order.OrderKey;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one order and what an operator can do there. */
@Controller
@RequestMapping("/orders/{accountId}/{amazonOrderId}")
class OrderDetailsPages {

    private final OrderBook orders;
    private final OperatorActions actions;

    OrderDetailsPages(OrderBook orders, OperatorActions actions) {
        this.orders = orders;
        this.actions = actions;
    }

    @GetMapping
    ModelAndView details(@PathVariable String accountId, @PathVariable String amazonOrderId) {
        return page("order", find(accountId, amazonOrderId));
    }

    @GetMapping("/live")
    ModelAndView live(
            @PathVariable String accountId,
            @PathVariable String amazonOrderId,
            @RequestParam(defaultValue = "") String version) {
        OrderDetails details = find(accountId, amazonOrderId);
        return version(details).equals(version)
                ? new ModelAndView(OrderPages.UNCHANGED)
                : page("order :: live", details);
    }

    @PostMapping("/retry")
    String retry(
            @PathVariable String accountId,
            @PathVariable String amazonOrderId,
            Principal operator,
            RedirectAttributes next) {
        RetryAnswer answer = actions.retry(new OrderKey(accountId, amazonOrderId), operator.getName());
        if (answer == RetryAnswer.UNKNOWN) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        next.addFlashAttribute("message", answer.sentence());
        next.addFlashAttribute("refused", answer != RetryAnswer.SCHEDULED);
        return "redirect:/orders/{accountId}/{amazonOrderId}";
    }

    private OrderDetails find(String accountId, String amazonOrderId) {
        return orders.details(new OrderKey(accountId, amazonOrderId))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView page(String view, OrderDetails details) {
        return new ModelAndView(view)
                .addObject("details", details)
                .addObject("entry", details.entry())
                .addObject("order", details.order().orElse(null))
                .addObject("version", version(details));
    }

    private static String version(OrderDetails details) {
        List<Object> seen = List.of(
                OrderListing.version(details.entry()),
                details.beingWorkedOn(),
                details.dueAt(),
                details.packages(),
                details.history(),
                details.withheld());
        return Integer.toHexString(seen.hashCode());
    }
}
