package io.fulfillmenthub.console;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The pages of the routes: what each does, whether it runs, its numbers, its picture and its file. */
@Controller
class RoutePages {

    private final Routes routes;

    RoutePages(Routes routes) {
        this.routes = routes;
    }

    @GetMapping("/routes")
    String list(Model page) {
        page.addAttribute("routes", routes.all());
        return "routes";
    }

    @GetMapping("/routes/{id}")
    String one(@PathVariable String id, Model page) {
        Optional<RouteEntry> route =
                routes.all().stream().filter(entry -> entry.id().equals(id)).findFirst();
        page.addAttribute("route", route.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        page.addAttribute("text", routes.text(id).orElse(null));
        return "route";
    }
}
