package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ReadOnlyMode;
import io.fulfillmenthub.ledger.ReadOnlyReport;
import io.fulfillmenthub.ledger.WithheldEntry;
import io.fulfillmenthub.ledger.WithheldRequests;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Read-only mode: {@code /api/read-only} for programs, the banner's button for people. */
@Controller
class ReadOnlyApi {

    private static final int MOST = 500;
    private static final String NOTHING = "There is nothing to confirm: the database belongs to this deployment";

    private final ReadOnlyMode mode;
    private final WithheldRequests requests;

    ReadOnlyApi(ReadOnlyMode mode, WithheldRequests requests) {
        this.mode = mode;
        this.requests = requests;
    }

    @GetMapping("/api/read-only")
    @ResponseBody
    ReadOnlyReport report() {
        return mode.report();
    }

    @GetMapping("/api/withheld")
    @ResponseBody
    Map<String, List<WithheldEntry>> withheld() {
        return Map.of("items", requests.newest(MOST));
    }

    @PostMapping("/api/read-only/confirm")
    ResponseEntity<Object> confirm(Principal operator) {
        return mode.confirm(operator.getName())
                ? ResponseEntity.ok(mode.report())
                : ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("error", NOTHING));
    }

    @PostMapping("/read-only/confirm")
    String confirm(Principal operator, RedirectAttributes next) {
        boolean confirmed = mode.confirm(operator.getName());
        next.addFlashAttribute("message", confirmed ? "The new deployment is confirmed." : NOTHING);
        next.addFlashAttribute("refused", !confirmed);
        return "redirect:/";
    }
}
