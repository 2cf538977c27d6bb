package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.OrderRepairs;
import io.fulfillmenthub.ledger.Rehearsals;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.Rehearsal;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The dry run on an order's page; its requests hold personal data, so that asking for it is recorded. */
@Controller
class DryRunPages {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Rehearsals rehearsals;
    private final OrderRepairs repairs;
    private final OrderPage page;

    DryRunPages(Rehearsals rehearsals, OrderRepairs repairs, OrderPage page) {
        this.rehearsals = rehearsals;
        this.repairs = repairs;
        this.page = page;
    }

    @PostMapping("/orders/{accountId}/{amazonOrderId}/dry-run")
    ModelAndView run(
            @PathVariable String accountId, @PathVariable String amazonOrderId, Principal operator, HttpSession session)
            throws InterruptedException {
        OrderKey key = new OrderKey(accountId, amazonOrderId);
        Rehearsal rehearsal = rehearsals.ask(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        repairs.shown(key, operator.getName());
        Optional<Rehearsal.Script> script = rehearsal.await(PATIENCE);
        ModelAndView shown = page.show("order", key, OrderPage.REQUESTS, session);
        script.ifPresent(found -> shown.addObject("script", found));
        return shown.addObject(
                        "message",
                        script.isPresent() ? "Nothing of this was sent." : "Commerce may be slow: try again.")
                .addObject("refused", script.isEmpty());
    }
}
