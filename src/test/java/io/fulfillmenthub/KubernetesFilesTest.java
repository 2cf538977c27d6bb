package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The manifests in docker/kubernetes by a schema and by what they must agree on; no cluster is asked. */
class KubernetesFilesTest {

    private static final Path FOLDER = Path.of("docker", "kubernetes");
    private static final FileSchema SCHEMA = new FileSchema("kubernetes");
    private static final String SELF = "fulfillment-hub";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w-]+)}");

    @Test
    void everyManifestFollowsTheSchema() {
        assertThat(names())
                .hasSize(9)
                .allSatisfy(
                        name -> assertThat(SCHEMA.problems(yaml(name))).as(name).isEmpty());
    }

    @Test
    void theSchemaFindsMisspeltAndMisplacedKeys() {
        assertThat(SCHEMA.problems(new Yaml().load(text("service.yaml").replace("targetPort", "targetport"))))
                .isNotEmpty();
        assertThat(SCHEMA.problems(new Yaml().load(text("deployment.yaml").replace("replicas: 2", "replicas: two"))))
                .isNotEmpty();
        assertThat(SCHEMA.problems(new Yaml().load(text("network.yaml").replace("podSelector", "selector"))))
                .isNotEmpty();
    }

    @Test
    void kustomizationListsEveryOtherFile() {
        assertThat(texts(manifest("kustomization.yaml").path("resources")))
                .containsExactlyInAnyOrderElementsOf(names().stream()
                        .filter(name -> !name.equals("kustomization.yaml"))
                        .toList());
    }

    @Test
    void everySelectorMeansTheHubsPods() {
        String name = "/app.kubernetes.io~1name";
        assertThat(List.of(
                        manifest("deployment.yaml").at("/spec/selector/matchLabels" + name),
                        manifest("deployment.yaml").at("/spec/template/metadata/labels" + name),
                        manifest("deployment.yaml")
                                .at("/spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels" + name),
                        manifest("service.yaml").at("/spec/selector" + name),
                        manifest("disruption.yaml").at("/spec/selector/matchLabels" + name),
                        manifest("network.yaml").at("/spec/podSelector/matchLabels" + name)))
                .allMatch(value -> value.asText().equals(SELF));
    }

    @Test
    void aHubRunsWithoutRootAndWithoutAnythingItDoesNotNeed() {
        JsonNode pod = pod();
        JsonNode hub = pod.path("containers").get(0);

        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(hub.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(hub.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(texts(hub.at("/securityContext/capabilities/drop"))).containsExactly("ALL");
        assertThat(hub.at("/resources/limits/memory").asText()).isNotEmpty();
        assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(30);
        assertThat(text("namespace.yaml")).contains("pod-security.kubernetes.io/enforce: restricted");
    }

    @Test
    void theUserAndTheImageAreThoseOfTheContainerFiles() throws IOException {
        assertThat(Files.readString(Path.of("docker", "Dockerfile")))
                .contains("USER " + pod().at("/securityContext/runAsUser").asInt() + ":"
                        + pod().at("/securityContext/runAsGroup").asInt());
        assertThat(Files.readString(Path.of("docker", "compose.yaml")))
                .contains("image: " + pod().at("/containers/0/image").asText());
    }

    @Test
    void probesAskTheHealthGroupsThatNoOutageOfTheOtherSidesTakesDown() {
        JsonNode hub = pod().path("containers").get(0);

        assertThat(hub.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/actuator/health/liveness");
        assertThat(hub.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/actuator/health/readiness");
        assertThat(hub.at("/startupProbe/httpGet/path").asText()).isEqualTo("/actuator/health/readiness");
        assertThat(hub.at("/ports/0/name").asText())
                .isEqualTo(
                        manifest("service.yaml").at("/spec/ports/0/targetPort").asText());
        assertThat(manifest("network.yaml").at("/spec/ingress/0/ports/0/port").asInt())
                .isEqualTo(hub.at("/ports/0/containerPort").asInt());
    }

    @Test
    void aNodeCanBeDrainedWhileAHubGoesOn() {
        assertThat(manifest("disruption.yaml").at("/spec/minAvailable").asInt())
                .isPositive()
                .isLessThan(manifest("deployment.yaml").at("/spec/replicas").asInt());
    }

    @Test
    void everyVolumeThatIsMountedIsThereAndIsMade() {
        Set<String> mounted =
                new TreeSet<>(pod().at("/containers/0/volumeMounts").findValuesAsText("name"));
        Set<String> volumes = new TreeSet<>();
        pod().path("volumes").forEach(volume -> volumes.add(volume.path("name").asText()));

        assertThat(mounted).isEqualTo(volumes);
        assertThat(pod().path("volumes").toString())
                .contains(name("configmap.yaml"), name("routes.yaml"), "\"secretName\":" + name("secret.yaml"));
    }

    @Test
    void everySecretThatTheSettingsNameIsInTheSecretAndHasNoValue() {
        String settings = text("configmap.yaml");
        Set<String> named = new TreeSet<>();
        PLACEHOLDER.matcher(settings).results().forEach(found -> named.add(found.group(1)));

        assertThat(settings).contains("config.import: \"configtree:/run/secrets/hub/\"");
        assertThat(pod().at("/containers/0/volumeMounts").toString()).contains("\"/run/secrets/hub\"");
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(text("secret.yaml")).containsPattern("\\n  #?" + key + ": \"\""));
        assertThat(manifest("secret.yaml").path("stringData"))
                .isNotEmpty()
                .allMatch(value -> value.asText().isEmpty());
    }

    private static JsonNode pod() {
        return manifest("deployment.yaml").at("/spec/template/spec");
    }

    private static String name(String file) {
        return manifest(file).at("/metadata/name").toString();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode manifest(String name) {
        return new ObjectMapper().valueToTree(yaml(name));
    }

    private static Object yaml(String name) {
        return new Yaml().load(text(name));
    }

    private static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
