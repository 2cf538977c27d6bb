package io.fulfillmenthub.check;

import io.fulfillmenthub.check.RouteFile.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the files of all folders must be to each other: ids used once, every {@code direct:} answered, every subscriber there. */
final class RouteLinks {

    /** Routes that the hub makes of its templates for each subscriber. */
    private static final String MADE = "direct:(subscriber|receiver)-.*|.*[{$].*";

    private final List<RouteFile> files;
    private final List<Finding> findings = new ArrayList<>();

    private RouteLinks(List<RouteFile> files) {
        this.files = files;
    }

    /**
     * Looks at files that Camel understands.
     *
     * @param subscribers names of subscribers by their slot's setting
     */
    static List<Finding> violations(List<RouteFile> files, Map<String, List<String>> subscribers) {
        RouteLinks links = new RouteLinks(files);
        links.requireOnce("id", "give one of them another id", true);
        links.requireOnce("from", "give one of them its own", false);
        links.requireAnswers();
        subscribers.forEach(links::requireRoutes);
        return links.findings;
    }

    private void requireOnce(String what, String remedy, boolean id) {
        Map<String, String> first = new HashMap<>();
        for (RouteFile file : files) {
            for (Route route : file.routes()) {
                String value = id ? String.valueOf(route.id()) : route.from();
                if (!id && !value.startsWith("direct:")) {
                    continue;
                }
                String before = first.putIfAbsent(value, file.toString());
                if (before != null) {
                    add(file, route, "the " + what + " " + value + " is used in " + before + ", too: " + remedy);
                }
            }
        }
    }

    private void requireAnswers() {
        Set<String> answered = consumers();
        for (RouteFile file : files) {
            for (Route route : file.routes()) {
                route.endpoints().stream()
                        .map(uri -> uri.replaceAll("\\?.*", ""))
                        .filter(uri -> uri.startsWith("direct:") && !uri.matches(MADE) && !answered.contains(uri))
                        .distinct()
                        .forEach(uri -> add(
                                file,
                                route,
                                "calls " + uri + ", but no route begins with it: correct the name, or add the route"));
            }
        }
    }

    private void requireRoutes(String setting, List<String> names) {
        Set<String> answered = consumers();
        names.stream()
                .filter(name -> !answered.contains("direct:" + name))
                .forEach(name -> findings.add(new Finding(
                        setting,
                        0,
                        true,
                        "names " + name + ", but no route begins with direct:" + name
                                + ": add it to hub.custom-routes, or correct the name")));
    }

    private Set<String> consumers() {
        return files.stream()
                .flatMap(file -> file.routes().stream())
                .map(Route::from)
                .collect(Collectors.toSet());
    }

    private void add(RouteFile file, Route route, String sentence) {
        findings.add(new Finding(file.toString(), file.line(List.of(String.valueOf(route.index()))), true, sentence));
    }
}
