package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ErrorList;
import io.fulfillmenthub.ledger.ErrorLog;
import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerAccounts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page Communication errors: the refused and failed calls of both sides, the newest first. */
@Controller
class ErrorLogPages {

    private final ErrorLog errors;
    private final List<String> accounts;

    ErrorLogPages(ErrorLog errors, SellerAccounts accounts) {
        this.errors = errors;
        this.accounts = accounts.all().stream().map(SellerAccount::id).toList();
    }

    @GetMapping("/errors")
    String list(@RequestParam MultiValueMap<String, String> parameters, Model page, HttpServletResponse response) {
        try {
            ErrorQuery query = ErrorQuery.of(parameters);
            ErrorList found = errors.find(query.filter(), query.page(), query.size());
            page.addAttribute("listing", listing(query, parameters, found));
        } catch (BadParameterException problem) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            page.addAttribute("problem", problem.getMessage());
            ErrorQuery usual = ErrorQuery.of(new LinkedMultiValueMap<>());
            page.addAttribute("listing", listing(usual, parameters, new ErrorList(List.of(), 0)));
        }
        return "errors";
    }

    private ErrorListing listing(ErrorQuery query, MultiValueMap<String, String> parameters, ErrorList found) {
        return new ErrorListing(query, FilterLinks.ofErrors(parameters), found, accounts, errors.operations());
    }
}
