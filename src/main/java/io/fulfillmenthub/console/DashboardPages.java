package io.fulfillmenthub.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page, which keeps itself up to date. */
@Controller
class DashboardPages {

    private final DashboardReport report;

    DashboardPages(DashboardReport report) {
        this.report = report;
    }

    @GetMapping("/")
    String page(Model page) {
        page.addAttribute("dashboard", report.read());
        return "dashboard";
    }

    @GetMapping("/dashboard/live")
    String live(Model page) {
        page.addAttribute("dashboard", report.read());
        return "dashboard :: live";
    }
}
