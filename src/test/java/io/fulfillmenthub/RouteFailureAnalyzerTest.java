package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class RouteFailureAnalyzerTest {

    private static final String FILE = "file:routes/custom/erp.camel.yaml";

    private static final String ROUTE = """
            - route:
                id: erp
                from:
                  uri: direct:erp
                  steps:
            """;

    @Test
    void malformedYamlIsToldByFileAndLine() {
        assertThat(describe(start("- route:\n    id: erp: x\n")))
                .startsWith("A route file cannot be read, " + FILE + ", line 2: mapping values are not allowed here");
    }

    @Test
    void aMisspeltStepIsToldByFileAndLine() {
        assertThat(describe(start(ROUTE + "        - tu:\n            uri: direct:x\n")))
                .startsWith("A route file cannot be read, " + FILE + ", line 6: Unknown node id: tu");
    }

    @Test
    void anEmptyFileIsNamed() {
        assertThat(describe(start(""))).startsWith("The route file " + FILE + " is empty: write a route");
    }

    @Test
    void anIdUsedTwiceIsNamed() {
        assertThat(describe(start(ROUTE + "        - stop: {}\n" + ROUTE + "        - stop: {}\n")))
                .isEqualTo("Two routes have the id erp: give the one in your own routes another id.");
    }

    @Test
    void aFromUsedTwiceIsNamed() {
        String other = ROUTE.replace("id: erp", "id: wms");
        assertThat(describe(start(ROUTE + "        - stop: {}\n" + other + "        - stop: {}\n")))
                .isEqualTo("The route wms has the same from as another route: give it its own.");
    }

    @ParameterizedTest
    @CsvSource({
        "'{{erp.url}}', the setting erp.url is missing; add it to the configuration.",
        "direct:x?nonsense=s3cr3t, an endpoint has no option nonsense; correct its name.",
        "sftpp:s3cr3t@example.com, 'there is no component sftpp; correct its name, or add its jar.'",
    })
    void anEndpointThatCannotBeMadeIsToldWithoutItsAddress(String uri, String remedy) {
        assertThat(describe(start(ROUTE + "        - to:\n            uri: \"" + uri + "\"\n")))
                .isEqualTo("The route erp cannot be made: " + remedy);
    }

    @Test
    void aMissingBeanIsNamed() {
        assertThat(describe(start(ROUTE + "        - bean:\n            ref: nobody\n")))
                .isEqualTo("The route erp cannot be made: there is no bean nobody; correct the name.");
    }

    @Test
    void springBootFindsTheAnalyzersInThisOrder() {
        List<Class<?>> own =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (type, name, failure) -> {})
                        .stream()
                        .<Class<?>>map(FailureAnalyzer::getClass)
                        .limit(3)
                        .toList();
        assertThat(own)
                .containsExactly(
                        SettingsFailureAnalyzer.class, DatabaseFailureAnalyzer.class, RouteFailureAnalyzer.class);
    }

    private static Throwable start(String yaml) {
        return catchThrowable(() -> {
            try (DefaultCamelContext camel = new DefaultCamelContext()) {
                PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(FILE, yaml));
                camel.start();
            }
        });
    }

    private static String describe(Throwable failure) {
        FailureAnalysis analysis = new RouteFailureAnalyzer().analyze(new RuntimeException(failure));
        assertThat(analysis).isNotNull();
        return analysis.getDescription();
    }
}
