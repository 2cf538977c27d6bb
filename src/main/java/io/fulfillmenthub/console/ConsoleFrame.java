package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ReadOnlyMode;
import io.fulfillmenthub.ledger.ReadOnlyReport;
import java.security.Principal;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What every page shows around its content, and the page of the login. */
@Controller
@ControllerAdvice(annotations = Controller.class)
class ConsoleFrame {

    private final boolean sandbox;
    private final ReadOnlyMode mode;

    ConsoleFrame(Environment environment, ReadOnlyMode mode) {
        this.mode = mode;
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }

    /** @return whether both outside worlds are simulated */
    @ModelAttribute("sandbox")
    boolean sandbox() {
        return sandbox;
    }

    /** @return whether the hub only reads, and why */
    @ModelAttribute("readOnly")
    ReadOnlyReport readOnly() {
        return mode.report();
    }

    /** @return the name of who is logged in, empty before */
    @ModelAttribute("operator")
    String operator(Principal operator) {
        return operator == null ? "" : operator.getName();
    }

    @ExceptionHandler(BadParameterException.class)
    @ResponseStatus(value = HttpStatus.BAD_REQUEST)
    String unreadable() {
        return "error";
    }
}
