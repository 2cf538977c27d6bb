package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ShipmentBacklog;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** How the seller accounts fare: {@code GET /api/accounts} for programs, the page Accounts for people. */
@Controller
class AccountPages {

    private final AccountReport report;
    private final AccountQuotas quotas;
    private final ShipmentBacklog backlog;

    AccountPages(AccountReport report, AccountQuotas quotas, ShipmentBacklog backlog) {
        this.report = report;
        this.quotas = quotas;
        this.backlog = backlog;
    }

    @GetMapping("/api/accounts")
    @ResponseBody
    Map<String, List<AccountEntry>> list() {
        return Map.of("items", report.all());
    }

    @GetMapping("/accounts")
    String page(Model page) {
        page.addAttribute("accounts", report.all());
        page.addAttribute("quotas", quotas.all(backlog.read()));
        return "accounts";
    }
}
