package io.fulfillmenthub.check;

import io.fulfillmenthub.check.RouteFile.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every route file of the project, the examples included. */
final class ProjectRoutes {

    private ProjectRoutes() {}

    static List<RouteFile> all() {
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .map(file -> RouteFile.at("file:" + file, kind(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RouteFile file(String name, String yaml) {
        return RouteFile.of(Path.of("routes", name + ".camel.yaml"), Kind.CORE, yaml);
    }

    private static Kind kind(Path file) {
        if (file.startsWith(Path.of("routes", "custom"))) {
            return Kind.CUSTOM;
        }
        return file.getParent().endsWith("connectors") ? Kind.CONNECTOR : Kind.CORE;
    }
}
