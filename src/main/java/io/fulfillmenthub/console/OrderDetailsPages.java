package io.fulfillmenthub.console;

import io.fulfillmenthub.order.OrderKey;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one order for reading; it asks for its changing part again and again. */
@Controller
@RequestMapping("/orders/{accountId}/{amazonOrderId}")
class OrderDetailsPages {

    private final OrderPage page;

    OrderDetailsPages(OrderPage page) {
        this.page = page;
    }

    @GetMapping
    ModelAndView details(
            @PathVariable String accountId,
            @PathVariable String amazonOrderId,
            @RequestParam(defaultValue = "") String tab,
            HttpSession session) {
        return page.show("order", new OrderKey(accountId, amazonOrderId), tab, session);
    }

    @GetMapping("/live")
    ModelAndView live(
            @PathVariable String accountId,
            @PathVariable String amazonOrderId,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String version,
            HttpSession session) {
        ModelAndView shown = page.show("order :: live", new OrderKey(accountId, amazonOrderId), tab, session);
        return version.equals(shown.getModel().get("version")) ? new ModelAndView(OrderPages.UNCHANGED) : shown;
    }
}
