package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.Replays;
import io.fulfillmenthub.ledger.Subscribers;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page Subscribers: who is behind, and the replay. */
@Controller
class SubscriberPages {

    private final Subscribers subscribers;
    private final Replays replays;

    SubscriberPages(Subscribers subscribers, Replays replays) {
        this.subscribers = subscribers;
        this.replays = replays;
    }

    @GetMapping("/subscribers")
    String list(Model page) {
        page.addAttribute("subscribers", subscribers.all());
        return "subscribers";
    }

    @PostMapping("/subscribers/{name}/replay")
    String replay(
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> parameters,
            Principal operator,
            RedirectAttributes next) {
        try {
            long count = replays.start(ReplayQuery.of(name, parameters), operator.getName());
            next.addFlashAttribute("message", count + " hand-overs to " + name + " happen once more now.");
        } catch (BadParameterException e) {
            next.addFlashAttribute("message", e.getMessage());
            next.addFlashAttribute("refused", true);
        }
        return "redirect:/subscribers";
    }
}
