package io.fulfillmenthub.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route file against the schema of Camel's own YAML DSL, which finds misspelt steps and options. */
class RouteSchemaTest {

    private static final String ROUTE = """
            # A comment.
            - route:
                id: erp
                from:
                  uri: direct:erp
                  steps:
            """;

    static List<RouteFile> routeFiles() {
        return ProjectRoutes.all();
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void aRouteFileIsValidForCamel(RouteFile file) {
        assertThat(RouteFiles.violations(file)).isEmpty();
    }

    @Test
    void aMisspeltOptionIsToldWithItsLineAndTheRightName() {
        assertThat(violations(ROUTE + "        - log:\n            mesage: Polled\n"))
                .containsExactly(
                        "routes/erp.camel.yaml, line 8: Camel knows no mesage below log: write message, or remove it");
    }

    @Test
    void aMisspeltStepIsToldWithItsLineAndTheRightName() {
        assertThat(violations(ROUTE + "        - setBodi:\n            simple: x\n"))
                .containsExactly(
                        "routes/erp.camel.yaml, line 7: Camel knows no setBodi below steps: write setBody, or remove it");
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        assertThat(violations("- route:\n    id: erp: x\n"))
                .singleElement()
                .asString()
                .startsWith("routes/erp.camel.yaml, line 2: no valid YAML, mapping values are not allowed here");
    }

    @Test
    void anEmptyFileAndAFileWithoutRoutesAreTold() {
        assertThat(violations("")).singleElement().asString().contains("is empty: write a route");
        assertThat(violations("route: x\n")).singleElement().asString().contains("is no list of routes");
    }

    private static List<String> violations(String yaml) {
        return RouteFiles.violations(ProjectRoutes.file("erp", yaml)).stream()
                .map(Finding::toString)
                .toList();
    }
}
