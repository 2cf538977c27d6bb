package io.fulfillmenthub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The route files that a configuration means, as Camel's locations ({@code file:…}, {@code classpath:…}).
 *
 * @param core {@code hub.routes}, without connectors; those of the folder kafka below it only with {@code hub.kafka.enabled}
 * @param connectors the folder connectors below it, those to Commerce from {@code hub.commerce-routes} if that is set
 * @param custom {@code hub.custom-routes}
 */
record RouteFolders(List<String> core, List<String> connectors, List<String> custom) {

    private static final String SUFFIX = ".camel.yaml";
    private static final String CONNECTORS = "connectors/";
    private static final String COMMERCE = "commerce";
    private static final String KAFKA = "kafka/";

    static RouteFolders of(Environment environment) {
        Path folder = folder(environment, "hub.routes", "routes");
        List<String> core = files(folder);
        List<String> connectors = files(folder.resolve(CONNECTORS));
        RouteFolders shipped =
                core.isEmpty() && connectors.isEmpty() ? packed() : new RouteFolders(core, connectors, List.of());
        boolean kafka = environment.getProperty("hub.kafka.enabled", Boolean.class, false);
        return new RouteFolders(
                kafka ? joined(shipped.core, kafka(folder)) : shipped.core,
                replaced(shipped.connectors, environment.getProperty("hub.commerce-routes", "")),
                files(folder(environment, "hub.custom-routes", "routes/custom")));
    }

    private static Path folder(Environment environment, String key, String byDefault) {
        String name = environment.getProperty(key, byDefault);
        Path folder = Path.of(name);
        if (!name.equals(byDefault) && !Files.isDirectory(folder)) {
            throw new IllegalStateException(
                    key + " names " + name + ", which is no folder: create it, correct the setting, or remove it");
        }
        return folder;
    }

    /** @return the files packed in the jar, those for Kafka excepted */
    static RouteFolders packed() {
        return new RouteFolders(packed(""), packed(CONNECTORS), List.of());
    }

    private static List<String> packed(String folder) {
        try {
            Resource[] resources = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:routes/" + folder + "*" + SUFFIX);
            return Arrays.stream(resources)
                    .map(resource -> "classpath:routes/" + folder + resource.getFilename())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The routes packed in the jar cannot be listed", e);
        }
    }

    private static List<String> kafka(Path folder) {
        List<String> own = files(folder.resolve(KAFKA));
        return own.isEmpty() ? packed(KAFKA) : own;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.of(some, more).flatMap(List::stream).toList();
    }

    /** @return core and connectors */
    List<String> shipped() {
        return joined(core, connectors);
    }

    /** @return every file, in the order in which they are loaded */
    List<String> all() {
        return joined(shipped(), custom);
    }

    private static List<String> replaced(List<String> connectors, String folder) {
        if (folder.isBlank()) {
            return connectors;
        }
        List<String> own = files(Path.of(folder.strip()));
        if (own.isEmpty()) {
            throw new IllegalStateException("hub.commerce-routes names a folder without *" + SUFFIX
                    + " files: correct it, or remove the setting");
        }
        return Stream.concat(connectors.stream().filter(file -> !file.contains(CONNECTORS + COMMERCE)), own.stream())
                .toList();
    }

    private static List<String> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(file -> "file:" + file)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The routes in " + folder + " cannot be listed", e);
        }
    }
}
