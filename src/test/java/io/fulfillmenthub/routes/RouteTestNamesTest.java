package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every core route file has a test of its name. */
class RouteTestNamesTest {

    private static final String SUFFIX = ".camel.yaml";

    @Test
    void everyCoreRouteFileHasItsTest() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .toList();
            assertThat(names)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(test(name))
                            .as("the test of routes/" + name + SUFFIX)
                            .exists());
        }
    }

    private static Path test(String route) {
        String name = Arrays.stream(route.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
                .collect(Collectors.joining());
        return Path.of("src/test/java/io/fulfillmenthub/routes", name + "RouteTest.java");
    }
}
