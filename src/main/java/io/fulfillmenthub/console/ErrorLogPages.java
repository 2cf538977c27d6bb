package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ErrorLog;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page Communication errors: the newest refused and failed calls of both sides. */
@Controller
class ErrorLogPages {

    private final ErrorLog errors;

    ErrorLogPages(ErrorLog errors) {
        this.errors = errors;
    }

    @GetMapping("/errors")
    String list(@RequestParam MultiValueMap<String, String> parameters, Model page) {
        ErrorQuery query = ErrorQuery.of(parameters);
        page.addAttribute("errors", errors.find(query.filter(), query.page(), query.size()));
        return "errors";
    }
}
