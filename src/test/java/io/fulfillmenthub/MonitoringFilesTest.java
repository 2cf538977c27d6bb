package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The dashboard and the alert rules in docker/monitoring, beside what a running hub shows; no Prometheus runs here. */
class MonitoringFilesTest {

    private static final Path FOLDER = Path.of("docker", "monitoring");

    /** Prometheus itself makes these. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("job", "instance");

    @Test
    void everyExpressionAsksForSamplesAndLabelsThatAHubHas() throws IOException {
        List<String> expressions = new ArrayList<>(dashboardExpressions());
        rules().forEach(rule -> expressions.add((String) rule.get("expr")));
        Scrape scrape = ObservedHub.scrape();

        assertThat(expressions).hasSizeGreaterThan(35).allSatisfy(expression -> {
            PromQl asked = new PromQl(expression);
            Set<String> labels = new TreeSet<>(LABELS_OF_PROMETHEUS);
            assertThat(asked.samples()).as(expression).isNotEmpty().allSatisfy((sample, selecting) -> {
                if (!OF_PROMETHEUS.contains(sample)) {
                    assertThat(scrape.samples()).as(expression).contains(sample);
                }
                Set<String> known = new TreeSet<>(scrape.labels(sample));
                known.addAll(LABELS_OF_PROMETHEUS);
                assertThat(known).as(expression + ": labels of " + sample).containsAll(selecting);
                labels.addAll(known);
            });
            assertThat(labels).as(expression + ": grouped by").containsAll(asked.grouping());
        });
    }

    @Test
    void readsSamplesLabelsAndGroupsOfAnExpression() {
        PromQl asked = new PromQl("sum by (side) (rate(a_count{x=~\"b|c\",y!=\"by (z)\"}[10m])) / on (side) d > 0.2"
                + " or absent(e{f=\"\"} offset 5m)");

        assertThat(asked.samples())
                .containsEntry("a_count", Set.of("x", "y"))
                .containsEntry("d", Set.of())
                .containsEntry("e", Set.of("f"))
                .hasSize(3);
        assertThat(asked.grouping()).containsExactly("side");
    }

    @Test
    void everyAlertHasATimeASeverityAndSaysWhatToDo() throws IOException {
        assertThat(rules()).hasSizeGreaterThan(10).allSatisfy(rule -> {
            assertThat(rule.get("alert")).asString().matches("Hub[A-Z]\\w+");
            assertThat(rule.get("for")).asString().matches("\\d+m");
            assertThat(((Map<?, ?>) rule.get("labels")).get("severity")).isIn("warning", "critical");
            Map<?, ?> annotations = (Map<?, ?>) rule.get("annotations");
            assertThat(annotations.get("summary")).asString().isNotBlank();
            assertThat(annotations.get("description")).asString().endsWith(".").doesNotContain("\n");
        });
        assertThat(rules()).extracting(rule -> rule.get("alert")).doesNotHaveDuplicates();
    }

    @Test
    void everyAlertIsDocumented() throws IOException {
        String page = Files.readString(Path.of("docs", "observability.md"));
        assertThat(rules()).allSatisfy(rule -> assertThat(page).contains("| `" + rule.get("alert") + "` |"));
    }

    @Test
    void theDashboardsPanelsHaveIdsUnitsAndTheProvisionedDataSource() throws IOException {
        Map<?, ?> source = yaml("grafana/provisioning/datasources/prometheus.yaml");
        Object uid = ((Map<?, ?>) ((List<?>) source.get("datasources")).get(0)).get("uid");
        Set<Integer> ids = new HashSet<>();

        assertThat(dashboard().path("panels")).hasSizeGreaterThan(15).allSatisfy(panel -> {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            assertThat(panel.path("title").asText()).isNotBlank();
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("datasource").path("uid").asText()).isEqualTo(uid);
                assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
                assertThat(panel.path("targets")).isNotEmpty();
            }
        });
    }

    @Test
    void prometheusAsksTheHubsForTheirMetricsAsAUserOfItsOwn() throws IOException {
        Map<?, ?> job = (Map<?, ?>) ((List<?>) yaml("prometheus.yaml").get("scrape_configs")).get(0);

        assertThat(job.get("metrics_path")).isEqualTo("/actuator/prometheus");
        assertThat(job.get("job_name")).isEqualTo("fulfillment-hub");
        assertThat((Map<?, ?>) job.get("basic_auth"))
                .hasToString("{username=prometheus, password_file=/run/secrets/monitoring_password}");
        assertThat(yaml("prometheus.yaml").get("rule_files")).isEqualTo(List.of("/etc/prometheus/alerts.yaml"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() throws IOException {
        Map<?, ?> group = (Map<?, ?>) ((List<?>) yaml("alerts.yaml").get("groups")).get(0);
        return (List<Map<String, Object>>) group.get("rules");
    }

    /** The expressions of all panels, and of the variable that offers the accounts. */
    private static List<String> dashboardExpressions() throws IOException {
        List<String> expressions = new ArrayList<>(dashboard().findValuesAsText("expr"));
        String variable = dashboard().at("/templating/list/0/query/query").asText();
        assertThat(variable).matches("label_values\\(\\w+, \\w+\\)");
        String[] words = variable.split("[(), ]+");
        expressions.add("max by (" + words[2] + ") (" + words[1] + ")");
        return expressions;
    }

    private static JsonNode dashboard() throws IOException {
        return new ObjectMapper()
                .readTree(FOLDER.resolve("grafana/dashboards/fulfillment-hub.json")
                        .toFile());
    }

    private static Map<?, ?> yaml(String file) throws IOException {
        return new Yaml().load(Files.readString(FOLDER.resolve(file)));
    }
}
