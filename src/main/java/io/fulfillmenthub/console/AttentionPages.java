package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.AttentionGroup;
import io.fulfillmenthub.ledger.Cause;
import io.fulfillmenthub.ledger.ParkedWork;
import io.fulfillmenthub.order.ReasonCode;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page Needs attention: what is parked, by cause and subject, and one fix for a whole group. */
@Controller
class AttentionPages {

    private static final int GROUPS_SHOWN = 25;

    private final ParkedWork parked;

    AttentionPages(ParkedWork parked) {
        this.parked = parked;
    }

    @GetMapping("/attention")
    String page(Model page) {
        page.addAttribute("causes", causes(parked.groups(GROUPS_SHOWN)));
        return "attention";
    }

    @PostMapping("/attention/retry")
    String retry(@RequestParam MultiValueMap<String, String> parameters, Principal operator, RedirectAttributes next) {
        try {
            Cause cause = OrderQuery.cause(new Parameters(parameters).text("cause"));
            int retried = cause == null ? 0 : parked.retry(cause, operator.getName());
            next.addFlashAttribute("message", sentence(retried));
            next.addFlashAttribute("refused", retried == 0);
        } catch (BadParameterException e) {
            next.addFlashAttribute("message", e.getMessage());
            next.addFlashAttribute("refused", true);
        }
        return "redirect:/attention";
    }

    private static String sentence(int retried) {
        return retried == 0
                ? "No order is tried again: they are finished, or the hub is working on them right now."
                : Quantity.of(retried, "order") + (retried == 1 ? " is" : " are") + " tried again now.";
    }

    private static List<ParkedCause> causes(List<AttentionGroup> groups) {
        Map<ReasonCode, List<AttentionGroup>> byReason = groups.stream()
                .collect(Collectors.groupingBy(AttentionGroup::reason, LinkedHashMap::new, Collectors.toList()));
        return byReason.values().stream().map(ParkedCause::of).toList();
    }
}
