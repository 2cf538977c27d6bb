package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ShipmentBacklog;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The backlog of shipments: {@code GET /api/backlog} for programs, the panel of the page Orders for people. */
@Controller
class BacklogPages {

    private final ShipmentBacklog backlog;

    BacklogPages(ShipmentBacklog backlog) {
        this.backlog = backlog;
    }

    @GetMapping("/api/backlog")
    @ResponseBody
    ShipmentBacklog.Reading read() {
        return backlog.read();
    }

    @GetMapping("/backlog")
    String panel(Model page) {
        page.addAttribute("backlog", backlog.read());
        return "backlog";
    }
}
