package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The container files by their rules; no container is built here. */
class DockerFilesTest {

    private static final Path DOCKERFILE = Path.of("docker", "Dockerfile");
    private static final Path COMPOSE = Path.of("docker", "compose.yaml");
    private static final String PINNED = "[\\w./-]+:\\d+\\.\\d+[\\w.-]*";

    @Test
    void everyBaseImageIsPinned() throws IOException {
        assertThat(instructions("FROM"))
                .hasSize(2)
                .allSatisfy(image -> assertThat(image.split(" ")[0]).matches(PINNED));
    }

    @Test
    void theHubRunsWithoutRootAndReportsItsHealth() throws IOException {
        assertThat(instructions("USER")).hasSize(1).doesNotContain("root", "0");
        assertThat(instructions("HEALTHCHECK")).singleElement().asString().contains("/actuator/health");
        assertThat(instructions("ADD")).isEmpty();
        assertThat(instructions("ENTRYPOINT")).singleElement().asString().startsWith("[\"java\"");
    }

    @Test
    void everythingThatIsCopiedExists() throws IOException {
        List<String> sources = instructions("COPY").stream()
                .filter(copy -> !copy.startsWith("--from="))
                .flatMap(DockerFilesTest::sources)
                .toList();
        assertThat(sources)
                .contains("pom.xml", "mvnw", "src", "routes")
                .allSatisfy(source -> assertThat(exists(source)).as(source).isTrue());
    }

    @Test
    void dataAndTheUsersRoutesAreVolumes() throws IOException {
        assertThat(instructions("VOLUME")).singleElement().isEqualTo("[\"/app/data\", \"/app/routes/custom\"]");
    }

    @Test
    void composeStartsTheHubOnceItsDatabaseIsHealthy() throws IOException {
        Map<?, ?> hub = service("hub");
        assertThat(hub.get("depends_on")).asString().isEqualTo("{postgres={condition=service_healthy}}");
        assertThat(hub.get("env_file")).isEqualTo(".env");
        assertThat(hub.get("read_only")).isEqualTo(true);
        assertThat((Map<?, ?>) hub.get("build")).hasToString("{context=.., dockerfile=docker/Dockerfile}");
        assertThat(service("postgres").get("healthcheck")).asString().contains("pg_isready");
    }

    @Test
    void composePinsItsImagesAndHoldsNoPassword() throws IOException {
        assertThat(service("postgres").get("image")).asString().matches(PINNED).startsWith("postgres:18.");
        assertThat(service("hub").get("image")).asString().matches(PINNED);
        for (String name : List.of("hub", "postgres")) {
            Map<?, ?> environment = (Map<?, ?>) service(name).get("environment");
            environment.forEach((key, value) -> {
                if (String.valueOf(key).contains("PASSWORD")) {
                    assertThat(value).asString().startsWith("${POSTGRES_PASSWORD:?");
                }
            });
        }
    }

    @Test
    void everyNamedVolumeIsDeclared() throws IOException {
        Map<String, Object> compose = compose();
        List<String> named = Stream.of("hub", "postgres")
                .flatMap(name -> ((List<?>)
                                ((Map<?, ?>) ((Map<?, ?>) compose.get("services")).get(name)).get("volumes"))
                        .stream())
                .map(volume -> String.valueOf(volume).split(":")[0])
                .filter(source -> !source.startsWith("."))
                .toList();
        assertThat(((Map<?, ?>) compose.get("volumes")).keySet())
                .map(String::valueOf)
                .containsAll(named);
    }

    private static Map<String, Object> compose() throws IOException {
        return new Yaml().load(Files.readString(COMPOSE));
    }

    private static Map<?, ?> service(String name) throws IOException {
        return (Map<?, ?>) ((Map<?, ?>) compose().get("services")).get(name);
    }

    /** What follows the instruction, continued lines joined. */
    private static List<String> instructions(String name) throws IOException {
        return Files.readString(DOCKERFILE)
                .replaceAll("\\\\\\n\\s*", "")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .toList();
    }

    private static Stream<String> sources(String copy) {
        String[] words = copy.split(" ");
        return Arrays.stream(words).limit(words.length - 1L);
    }

    private static boolean exists(String source) {
        Path folder = source.contains("/") ? Path.of(source).getParent() : Path.of("");
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + source);
        try (Stream<Path> files = Files.list(Path.of(".").resolve(folder))) {
            return files.map(Path::normalize).anyMatch(matcher::matches);
        } catch (IOException e) {
            return false;
        }
    }
}
