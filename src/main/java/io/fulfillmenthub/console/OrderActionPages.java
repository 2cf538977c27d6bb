package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.CancelAnswer;
import io.fulfillmenthub.ledger.Cancellations;
import io.fulfillmenthub.ledger.OperatorActions;
import io.fulfillmenthub.ledger.OrderRepairs;
import io.fulfillmenthub.ledger.RepairAnswer;
import io.fulfillmenthub.ledger.RetryAnswer;
import io.fulfillmenthub.order.CancelReason;
import io.fulfillmenthub.order.OrderKey;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms of an order's page: each asks once there, and says here what happened. */
@Controller
@RequestMapping("/orders/{accountId}/{amazonOrderId}")
class OrderActionPages {

    private static final String BACK = "redirect:/orders/{accountId}/{amazonOrderId}";

    private final OperatorActions actions;
    private final OrderRepairs repairs;
    private final Cancellations cancellations;
    private final OrderPage page;

    OrderActionPages(OperatorActions actions, OrderRepairs repairs, Cancellations cancellations, OrderPage page) {
        this.actions = actions;
        this.repairs = repairs;
        this.cancellations = cancellations;
        this.page = page;
    }

    @ModelAttribute
    OrderKey key(@PathVariable String accountId, @PathVariable String amazonOrderId) {
        return new OrderKey(accountId, amazonOrderId);
    }

    @PostMapping("/retry")
    String retry(@ModelAttribute(binding = false) OrderKey key, Principal operator, RedirectAttributes next) {
        RetryAnswer answer = actions.retry(key, operator.getName());
        require(answer != RetryAnswer.UNKNOWN);
        return say(answer.sentence(), answer == RetryAnswer.SCHEDULED, next);
    }

    @PostMapping("/import-anyway")
    String importAnyway(@ModelAttribute(binding = false) OrderKey key, Principal operator, RedirectAttributes next) {
        return say(repairs.importAnyway(key, operator.getName()), next);
    }

    @PostMapping("/do-not-import")
    String doNotImport(@ModelAttribute(binding = false) OrderKey key, Principal operator, RedirectAttributes next) {
        return say(repairs.doNotImport(key, operator.getName()), next);
    }

    @PostMapping("/adopt")
    String adopt(
            @ModelAttribute(binding = false) OrderKey key,
            @RequestParam Map<String, String> form,
            Principal operator,
            RedirectAttributes next) {
        try {
            String number = RepairApi.required(form, "commerceOrderNumber", "000000042");
            return say(repairs.adopt(key, number, operator.getName()), next);
        } catch (BadParameterException problem) {
            return say(problem.getMessage(), false, next);
        }
    }

    @PostMapping("/map-sku")
    String mapSku(
            @ModelAttribute(binding = false) OrderKey key,
            @RequestParam Map<String, String> form,
            Principal operator,
            RedirectAttributes next) {
        try {
            String sku = RepairApi.required(form, "sku", "KETTLE-RED");
            String commerceSku = RepairApi.required(form, "commerceSku", "KETTLE");
            return say(repairs.mapSku(key, sku, commerceSku, operator.getName()), next);
        } catch (BadParameterException problem) {
            return say(problem.getMessage(), false, next);
        }
    }

    @PostMapping("/cancel")
    String cancel(
            @ModelAttribute(binding = false) OrderKey key,
            @RequestParam(defaultValue = "") String reason,
            Principal operator,
            RedirectAttributes next) {
        CancelReason chosen = CancelReason.of(reason).orElse(null);
        if (chosen == null) {
            return say("Choose one of Amazon's reasons: " + CancelReason.all(), false, next);
        }
        CancelAnswer answer = cancellations.ask(key, chosen, operator.getName());
        require(answer != CancelAnswer.UNKNOWN);
        return say(answer.sentence(), answer == CancelAnswer.ASKED, next);
    }

    @PostMapping("/packages/{reference}/confirm")
    String confirm(
            @ModelAttribute(binding = false) OrderKey key,
            @PathVariable int reference,
            Principal operator,
            RedirectAttributes next) {
        return say(repairs.confirmAgain(key, reference, operator.getName()), next) + "?tab=tracking";
    }

    @PostMapping("/reveal")
    String reveal(
            @ModelAttribute(binding = false) OrderKey key,
            @RequestParam(defaultValue = "") String open,
            Principal operator,
            HttpSession session) {
        require(repairs.shown(key, operator.getName()));
        page.reveal(key, session);
        return open.equals("address") ? BACK + "?open=address" : BACK;
    }

    private static String say(RepairAnswer answer, RedirectAttributes next) {
        require(answer != RepairAnswer.UNKNOWN);
        return say(answer.sentence(), answer.done(), next);
    }

    private static String say(String sentence, boolean done, RedirectAttributes next) {
        next.addFlashAttribute("message", sentence);
        next.addFlashAttribute("refused", !done);
        return BACK;
    }

    private static void require(boolean known) {
        if (!known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
