package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ReadOnlyMode;
import io.fulfillmenthub.ledger.ReadOnlyReport;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
    private final List<ClientRegistration> providers = new ArrayList<>();

    ConsoleFrame(
            Environment environment, ReadOnlyMode mode, ObjectProvider<InMemoryClientRegistrationRepository> signIn) {
        signIn.ifAvailable(known -> known.forEach(providers::add));
        this.mode = mode;
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    @GetMapping("/login")
    String login(Model page) {
        page.addAttribute("providers", providers);
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

    /** @return whether the user may change something */
    @ModelAttribute("mayOperate")
    boolean mayOperate(HttpServletRequest request) {
        return request.isUserInRole(Role.OPERATOR.name());
    }

    /** @return whether somebody is logged in who has no role here */
    @ModelAttribute("roleless")
    boolean roleless(HttpServletRequest request) {
        return request.getUserPrincipal() != null && !request.isUserInRole(Role.VIEWER.name());
    }

    /** Forms need their token: it is read before the page begins, because then a session can still end or begin. */
    @ModelAttribute
    void token(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }

    @ExceptionHandler(BadParameterException.class)
    @ResponseStatus(value = HttpStatus.BAD_REQUEST)
    String unreadable() {
        return "error";
    }
}
