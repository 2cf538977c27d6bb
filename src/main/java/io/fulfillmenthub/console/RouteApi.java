package io.fulfillmenthub.console;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The user's route files for programs: JSON under {@code /api/routes}, Basic authentication. */
@RestController
@RequestMapping("/api/routes")
class RouteApi {

    private final CustomRouteFiles files;

    RouteApi(CustomRouteFiles files) {
        this.files = files;
    }

    @GetMapping
    Map<String, List<CustomRouteFile>> list() {
        return Map.of("items", files.all());
    }
}
