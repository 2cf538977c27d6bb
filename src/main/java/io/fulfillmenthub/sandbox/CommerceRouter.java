package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of the simulated REST API: a method and a path pattern each, with the permission it needs. */
final class CommerceRouter {

    /** The permission of a route that anybody may call. */
    static final String ANONYMOUS = "anonymous";

    private final Map<String, List<Route>> routes = new HashMap<>();

    /** Answers one call; the result is the response's JSON. */
    @FunctionalInterface
    interface Handler {
        JsonNode handle(CommerceRequest request);
    }

    /** A part of the API that knows its own routes. */
    @FunctionalInterface
    interface Routes {
        void register(CommerceRouter router);
    }

    /** A route and the variables a path gave it. */
    record Match(String permission, Handler handler, Map<String, String> variables) {}

    private record Route(List<String> pattern, String permission, Handler handler) {}

    /** @param pattern segments by slashes, a variable with a colon in front: {@code orders/:id} */
    CommerceRouter on(String method, String pattern, String permission, Handler handler) {
        List<String> segments = List.of(pattern.split("/"));
        routes.computeIfAbsent(method + segments.size(), key -> new ArrayList<>())
                .add(new Route(segments, permission, handler));
        return this;
    }

    Optional<Match> find(String method, List<String> path) {
        return routes.getOrDefault(method + path.size(), List.of()).stream()
                .map(route -> match(route, path))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Match> match(Route route, List<String> path) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String expected = route.pattern().get(i);
            if (expected.startsWith(":")) {
                variables.put(expected.substring(1), path.get(i));
            } else if (!expected.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(route.permission(), route.handler(), variables));
    }
}
