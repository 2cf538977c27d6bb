package io.fulfillmenthub.console;

import java.util.List;
import java.util.Optional;

/** The routes as they run in this hub. */
public interface Routes {

    /** @return every route, the core first, as they were loaded */
    List<RouteEntry> all();

    /** @return the text of the file in which the route is written, empty when it is in none */
    Optional<String> text(String routeId);
}
