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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The container files by their rules; no container is built here. */
class DockerFilesTest {

    private static final Path DOCKERFILE = Path.of("docker", "Dockerfile");
    private static final Path COMPOSE = Path.of("docker", "compose.yaml");
    private static final String PINNED = "[\\w./-]+:v?\\d+\\.\\d+[\\w.-]*";

    @Test
    void everyBaseImageIsPinned() throws IOException {
        assertThat(instructions("FROM").stream()
                        .map(image -> image.split(" ")[0])
                        .filter(image -> !image.equals("runtime")))
                .hasSize(2)
                .allMatch(image -> image.matches(PINNED));
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
        for (String name : services()) {
            assertThat(service(name).get("image")).asString().matches(PINNED);
            Object environment = service(name).get("environment");
            if (environment instanceof Map<?, ?> variables) {
                variables.forEach((key, value) -> {
                    if (String.valueOf(key).matches(".*(PASSWORD|SECRET).*")) {
                        assertThat(value).asString().matches("\\$\\{\\w+:\\?set it in .env}|/run/secrets/\\w+");
                    }
                });
            }
        }
    }

    @Test
    void composeFollowsItsSchema() throws IOException {
        FileSchema schema = new FileSchema("compose");

        assertThat(schema.problems(compose())).isEmpty();
        assertThat(schema.problems(new Yaml().load(Files.readString(COMPOSE).replace("read_only", "readonly"))))
                .isNotEmpty();
    }

    @Test
    void withoutAProfileComposeStartsNothingButAHubAndItsDatabase() throws IOException {
        Map<String, Object> profiles = new TreeMap<>();
        for (String name : services()) {
            profiles.put(name, service(name).get("profiles"));
        }

        assertThat(profiles)
                .containsEntry("hub", null)
                .containsEntry("postgres", null)
                .containsEntry("hub-2", List.of("scale"))
                .containsEntry("kafka", List.of("scale", "kafka"))
                .containsEntry("prometheus", List.of("monitoring"))
                .containsEntry("grafana", List.of("monitoring"))
                .hasSize(6);
    }

    @Test
    void theSecondHubDiffersFromTheFirstInNothingButItsAddress() throws IOException {
        Map<Object, Object> first = new TreeMap<>(service("hub"));
        Map<Object, Object> second = new TreeMap<>(service("hub-2"));
        assertThat(first.remove("ports")).isNotEqualTo(second.remove("ports"));
        second.keySet().removeAll(List.of("profiles", "networks"));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void theBrokerOfComposeIsTheOneThatTheHubsAreToldOf() throws IOException {
        assertThat(Files.readString(Path.of("docker", ".env.example")))
                .contains("SPRING_PROFILES_ACTIVE=kafka", "CAMEL_COMPONENT_KAFKA_BROKERS=kafka:9092");
        assertThat(((Map<?, ?>) service("kafka").get("environment")).get("KAFKA_ADVERTISED_LISTENERS"))
                .isEqualTo("PLAINTEXT://kafka:9092");
    }

    @Test
    void everyFileThatIsMountedExists() throws IOException {
        for (String name : services()) {
            assertThat(volumes(name))
                    .filteredOn(volume -> volume.startsWith("."))
                    .allSatisfy(volume -> assertThat(Path.of("docker")
                                    .resolve(volume.split(":")[0])
                                    .normalize())
                            .exists());
        }
    }

    @Test
    void everyNamedVolumeIsDeclared() throws IOException {
        Map<String, Object> compose = compose();
        List<String> named = services().stream()
                .flatMap(name -> volumes(compose, name).stream())
                .map(volume -> volume.split(":")[0])
                .filter(source -> !source.startsWith("."))
                .toList();
        assertThat(((Map<?, ?>) compose.get("volumes")).keySet())
                .map(String::valueOf)
                .containsAll(named);
    }

    private static List<String> services() throws IOException {
        return ((Map<?, ?>) compose().get("services"))
                .keySet().stream().map(String::valueOf).toList();
    }

    private static List<String> volumes(String service) throws IOException {
        return volumes(compose(), service);
    }

    private static List<String> volumes(Map<String, Object> compose, String service) {
        Object volumes = ((Map<?, ?>) ((Map<?, ?>) compose.get("services")).get(service)).get("volumes");
        return ((List<?>) volumes).stream().map(String::valueOf).toList();
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
