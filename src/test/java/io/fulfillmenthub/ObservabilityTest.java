package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/observability.md says of the metrics, beside what a hub shows after an order went both ways. */
class ObservabilityTest {

    private static final Path PAGE = Path.of("docs", "observability.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(hub_\\w+)` \\| (\\w+) \\|(.*?)\\| .+ \\|$");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    private static Hub hub;
    private static Scrape scrape;

    @BeforeAll
    static void look() {
        hub = ObservedHub.hub();
        scrape = ObservedHub.scrape();
    }

    @Test
    void everyMetricOfTheHubIsDocumentedWithTypeAndLabelsAndNoOther() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        scrape.types().forEach((name, type) -> {
            if (name.startsWith("hub_")) {
                shown.put(name, type + " " + scrape.labelsOfFamily(name));
            }
        });

        assertThat(documented()).isEqualTo(shown);
    }

    @Test
    void everyMetricOfOthersThatThePageNamesExists() throws IOException {
        Set<String> others = CODE.matcher(Files.readString(PAGE))
                .results()
                .map(name -> name.group(1))
                .filter(name -> name.matches("(camel|http|jvm|hikaricp|process|executor)_\\w+"))
                .collect(Collectors.toSet());

        assertThat(others)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(scrape.samples()).anyMatch(sample -> sample.startsWith(name)));
    }

    @Test
    void timesTheCallsOfBothSides() {
        assertThat(scrape.value("hub_remote_calls_seconds_count{operation=\"create-order\",outcome=\"success\","
                        + "side=\"commerce\"}"))
                .isPositive();
        assertThat(scrape.value("hub_remote_calls_seconds_count{operation=\"confirm-shipment\",outcome=\"success\","
                        + "side=\"amazon\"}"))
                .isPositive();
        assertThat(scrape.value("hub_remote_calls_seconds_bucket{operation=\"search-orders\",outcome=\"success\","
                        + "side=\"amazon\",le=\"30.0\"}"))
                .isPositive();
    }

    @Test
    void tellsTheQuotaThatIsLeft() {
        assertThat(scrape.value("hub_quota_left{account=\"us\",operation=\"get-order\"}"))
                .isBetween(0.0, 200.0);
        assertThat(scrape.value("hub_quota_left{account=\"us\",operation=\"get-feeds\"}"))
                .isNaN();
    }

    @Test
    void isAliveAndReadyForEverybodyToSee() {
        for (String group : List.of("liveness", "readiness")) {
            assertThat(hub.get("/actuator/health/" + group).path("status").asText())
                    .as(group)
                    .isEqualTo("UP");
        }
        assertThat(names("/actuator/health/readiness")).containsExactlyInAnyOrder("readinessState", "db");
    }

    private static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        hub.get(path).path("components").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (MatchResult row : ROW.matcher(Files.readString(PAGE)).results().toList()) {
            Set<String> labels = new TreeSet<>(
                    Arrays.asList(row.group(3).replaceAll("[` ]", "").split(",")));
            labels.remove("");
            rows.put(row.group(1), row.group(2) + " " + labels);
        }
        return rows;
    }
}
