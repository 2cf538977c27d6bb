package io.fulfillmenthub;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * A route file as it is written, not as Camel understands it.
 *
 * @param path where it is
 * @param items what it defines, one map each
 */
record RouteFile(Path path, List<Map<String, Object>> items) {

    private static final String SUFFIX = ".camel.yaml";

    /** Every route file of the project, the examples included. */
    static List<RouteFile> all() {
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(RouteFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RouteFile read(Path path) {
        try (Reader reader = Files.newBufferedReader(path)) {
            return new RouteFile(path, new Yaml().load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RouteFile of(String name, String yaml) {
        return new RouteFile(Path.of("routes", name + SUFFIX), new Yaml().load(yaml));
    }

    /** The file's name without its suffix. */
    String name() {
        return path.getFileName().toString().replace(SUFFIX, "");
    }

    boolean connectors() {
        return path.getParent().endsWith("connectors");
    }

    boolean custom() {
        return path.startsWith(Path.of("routes", "custom"));
    }

    /** Every route in the file; a template counts with its own id and description around its route. */
    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Map<String, Object> item : items) {
            if (item.get("route") instanceof Map<?, ?> route) {
                routes.add(new Route(route.get("id"), route, false));
            }
            if (item.get("routeTemplate") instanceof Map<?, ?> template
                    && template.get("route") instanceof Map<?, ?> route) {
                routes.add(new Route(template.get("id"), route, true));
            }
        }
        return routes;
    }

    /** Every endpoint named by a step or a constant, consumers excepted. */
    List<String> endpoints() {
        List<String> endpoints = new ArrayList<>();
        for (Route route : routes()) {
            walk(route.steps(), (key, value) -> {
                if (value instanceof String text && (key.equals("uri") || text.startsWith("direct:"))) {
                    endpoints.add(text);
                }
            });
        }
        return endpoints;
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
     */
    record Route(Object id, Map<?, ?> definition, boolean template) {

        /** Where its messages come from. */
        String from() {
            return definition.get("from") instanceof Map<?, ?> from ? String.valueOf(from.get("uri")) : "";
        }

        Object steps() {
            return definition.get("from") instanceof Map<?, ?> from ? from.get("steps") : null;
        }
    }
}
