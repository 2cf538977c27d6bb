package io.fulfillmenthub.console;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes for programs: the user's files and every route as it runs; JSON under {@code /api/routes}, Basic authentication. */
@RestController
@RequestMapping("/api/routes")
class RouteApi {

    private final CustomRouteFiles files;
    private final Routes routes;

    RouteApi(CustomRouteFiles files, Routes routes) {
        this.files = files;
        this.routes = routes;
    }

    @GetMapping
    Map<String, List<?>> list() {
        return Map.of("items", files.all(), "routes", routes.all());
    }
}
