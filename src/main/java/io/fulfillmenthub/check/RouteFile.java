package io.fulfillmenthub.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A route file as it is written, not as Camel understands it.
 *
 * @param path where it is
 * @param kind what it is for
 * @param text its text
 * @param items what it defines, one map each; empty if it cannot be read
 */
public record RouteFile(Path path, Kind kind, String text, List<Map<String, Object>> items) {

    private static final String SUFFIX = ".camel.yaml";

    /** What a file is for. */
    public enum Kind {
        CORE,
        CONNECTOR,
        CUSTOM
    }

    /** @return the file at {@code file:…} or {@code classpath:…} */
    public static RouteFile at(String location, Kind kind) {
        String place = location.substring(location.indexOf(':') + 1);
        try (InputStream stream = location.startsWith("classpath:")
                ? new ClassPathResource(place).getInputStream()
                : Files.newInputStream(Path.of(place))) {
            return of(Path.of(place), kind, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The route file " + place + " cannot be read", e);
        }
    }

    /** @return a file of that text */
    static RouteFile of(Path path, Kind kind, String text) {
        return new RouteFile(path, kind, text, items(text));
    }

    private static List<Map<String, Object>> items(String text) {
        List<Map<String, Object>> items = new ArrayList<>();
        try {
            if (new Yaml().load(text) instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
                list.forEach(item -> items.add(named((Map<?, ?>) item)));
            }
        } catch (MarkedYAMLException e) {
            return List.of();
        }
        return items;
    }

    private static Map<String, Object> named(Map<?, ?> item) {
        Map<String, Object> named = new LinkedHashMap<>();
        item.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    /** @return the file's name without its suffix */
    String name() {
        return path.getFileName().toString().replace(SUFFIX, "");
    }

    boolean connectors() {
        return kind == Kind.CONNECTOR;
    }

    boolean custom() {
        return kind == Kind.CUSTOM;
    }

    /** @return the line of what stands at that path of keys and indices, or of the nearest above it, counted from 1 */
    int line(List<String> keys) {
        return YamlPlaces.line(new Yaml().compose(new StringReader(text)), keys);
    }

    /** @return every route in the file; a template counts with its own id and description around its route */
    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Map<String, Object> item = items.get(i);
            if (item.get("route") instanceof Map<?, ?> route) {
                routes.add(new Route(route.get("id"), route, false, i));
            }
            if (item.get("routeTemplate") instanceof Map<?, ?> template
                    && template.get("route") instanceof Map<?, ?> route) {
                routes.add(new Route(template.get("id"), route, true, i));
            }
        }
        return routes;
    }

    /** @return the ids of its routes, templates excepted */
    public List<String> ids() {
        return routes().stream()
                .filter(route -> !route.template())
                .map(route -> String.valueOf(route.id()))
                .toList();
    }

    /** @return every endpoint named by a step or a constant, consumers excepted */
    List<String> endpoints() {
        return routes().stream().flatMap(route -> route.endpoints().stream()).toList();
    }

    /** Visits every entry of every map below a node. */
    static void walk(Object node, BiConsumer<String, Object> visitor) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                visitor.accept(String.valueOf(key), value);
                walk(value, visitor);
            });
        }
        if (node instanceof List<?> list) {
            list.forEach(element -> walk(element, visitor));
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /**
     * A route in a file.
     *
     * @param id its id, or its template's
     * @param definition what is written below {@code route:}
     * @param template whether it is made from a template
     * @param index its place among the file's items
     */
    record Route(Object id, Map<?, ?> definition, boolean template, int index) {

        /** @return where its messages come from */
        String from() {
            return definition.get("from") instanceof Map<?, ?> from ? address(from) : "";
        }

        Object steps() {
            return definition.get("from") instanceof Map<?, ?> from ? from.get("steps") : null;
        }

        List<String> endpoints() {
            Stream.Builder<String> endpoints = Stream.builder();
            walk(steps(), (key, value) -> {
                if (value instanceof Map<?, ?> step && step.get("uri") instanceof String) {
                    endpoints.add(address(step));
                } else if (value instanceof String text && text.startsWith("direct:") && !key.equals("uri")) {
                    endpoints.add(text);
                }
            });
            return endpoints.build().toList();
        }

        /** Designers write the name of a {@code direct:} endpoint among its parameters. */
        private static String address(Map<?, ?> endpoint) {
            String uri = String.valueOf(endpoint.get("uri"));
            return uri.equals("direct") && endpoint.get("parameters") instanceof Map<?, ?> parameters
                    ? uri + ":" + parameters.get("name")
                    : uri;
        }
    }
}
