package io.fulfillmenthub.check;

import io.fulfillmenthub.check.RouteFile.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a route file has to look, so that a reader can trust names and find every step. */
final class RouteConventions {

    private static final int MOST_STEPS = 7;
    private static final Set<String> DEFINITIONS = Set.of("route", "routeTemplate", "routeConfiguration");
    private static final Set<String> LANGUAGES =
            Set.of("simple", "constant", "exchangeProperty", "variable", "jsonpath", "jq", "xpath", "tokenize");
    private static final Set<String> SCRIPTS = Set.of(
            "script", "groovy", "js", "python", "mvel", "ognl", "joor", "java", "spel", "datasonnet", "language");
    private static final Set<String> BANNED_STEPS = Set.of("toD", "wireTap");

    private final RouteFile file;
    private final List<Finding> violations = new ArrayList<>();
    private int line = 1;

    private RouteConventions(RouteFile file) {
        this.file = file;
    }

    /** @return every way in which the file strays */
    static List<Finding> violations(RouteFile file) {
        RouteConventions conventions = new RouteConventions(file);
        conventions.check();
        return conventions.violations;
    }

    private void check() {
        for (int i = 0; i < file.items().size(); i++) {
            Map<String, Object> item = file.items().get(i);
            line = file.line(List.of(String.valueOf(i)));
            require(
                    item.size() == 1
                            && (DEFINITIONS.containsAll(item.keySet())
                                    || (file.connectors() || file.custom()) && item.containsKey("beans")),
                    "defines " + item.keySet() + " instead of a route, a template or the policy");
            if (item.get("routeTemplate") instanceof Map<?, ?> template) {
                named("template", template);
            }
            RouteFile.walk(item, this::entry);
        }
        file.routes().forEach(route -> {
            line = file.line(List.of(String.valueOf(route.index())));
            checkRoute(route);
        });
        line = 1;
        checkFirstName();
    }

    private void checkFirstName() {
        List<Route> routes = file.routes();
        if (routes.isEmpty() || file.custom()) {
            return;
        }
        if (file.connectors()) {
            String side = file.name().replaceAll("-.*", "") + "-";
            routes.forEach(route ->
                    require(String.valueOf(route.id()).startsWith(side), route.id() + " does not start with " + side));
        } else {
            Object first = routes.get(0).id();
            require(file.name().equals(first), "its first route is " + first + ", not " + file.name());
        }
    }

    private void checkRoute(Route route) {
        if (route.template()) {
            require(text(route.definition().get("description")), "the route of " + route.id() + " has no description");
        } else {
            named("route", route.definition());
            require(
                    !route.from().startsWith("direct:") || route.from().equals("direct:" + route.id()),
                    "route " + route.id() + " is called by " + route.from());
        }
        require(route.steps() instanceof List<?>, "route " + route.id() + " has no steps below from");
    }

    private void named(String kind, Map<?, ?> definition) {
        Object id = definition.get("id");
        require(
                text(id) && String.valueOf(id).matches("[a-z]+(-[a-z]+)*"),
                kind + " id " + id + " is no name in lower case with dashes");
        require(text(definition.get("description")), kind + " " + id + " has no description");
    }

    private void entry(String key, Object value) {
        require(!SCRIPTS.contains(key), "uses the script language " + key);
        require(!BANNED_STEPS.contains(key), "uses " + key);
        require(!LANGUAGES.contains(key) || value instanceof Map<?, ?>, key + " is not in canonical form");
        require(!key.equals("expression") || !(value instanceof List<?>), "an expression is a list");
        if (key.equals("steps")) {
            steps(value);
        }
        if (value instanceof String text) {
            require(!key.equals("message") || !text.contains("${body"), "logs a body");
            require(!text.startsWith("seda:"), "keeps messages in memory with " + text);
            require(!key.equals("uri") || !text.contains("?"), text + " has its parameters in the address");
        }
    }

    private void steps(Object value) {
        if (!(value instanceof List<?> steps)) {
            require(false, "steps is no list");
            return;
        }
        require(steps.size() <= MOST_STEPS, "has " + steps.size() + " steps in one list, at most " + MOST_STEPS);
        for (Object step : steps) {
            require(
                    step instanceof Map<?, ?> map
                            && map.size() == 1
                            && map.values().iterator().next() instanceof Map<?, ?>,
                    "the step " + (step instanceof Map<?, ?> map ? map.keySet() : step) + " is not in canonical form");
        }
    }

    private static boolean text(Object value) {
        return value instanceof String text && !text.isBlank();
    }

    private void require(boolean holds, String violation) {
        if (!holds) {
            violations.add(new Finding(file.toString(), line, false, violation));
        }
    }
}
