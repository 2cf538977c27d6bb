package io.fulfillmenthub.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.check.RouteFile.Route;
import io.fulfillmenthub.ledger.Announcements;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RouteConventionsTest {

    private static final int LONGEST_FILE = 90;

    static List<RouteFile> routeFiles() {
        return ProjectRoutes.all();
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void aRouteFileLooksAsTheOthersDo(RouteFile file) {
        assertThat(RouteConventions.violations(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void aRouteFileFitsOnAScreenOrTwo(RouteFile file) throws IOException {
        List<String> lines = Files.readAllLines(file.path());
        assertThat(lines).hasSizeLessThanOrEqualTo(LONGEST_FILE);
        assertThat(lines.get(0)).as("says what it is for").startsWith("# ");
    }

    @Test
    void everyIdIsUsedOnce() {
        assertThat(core().flatMap(file -> file.routes().stream()).map(Route::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyDirectEndpointThatIsCalledExists() {
        Set<String> consumers = consumers();
        assertThat(core().flatMap(file -> file.endpoints().stream())
                        .filter(uri -> uri.startsWith("direct:") && !uri.contains("{{"))
                        .distinct())
                .isNotEmpty()
                .allSatisfy(uri -> assertThat(consumers).contains(uri));
    }

    @Test
    void everyDirectEndpointIsCalled() {
        Set<String> called = core().flatMap(file -> file.endpoints().stream()).collect(Collectors.toSet());
        // like a user's subscriber it is called by its wrapper
        called.add("direct:" + Announcements.STREAM);
        assertThat(consumers().stream().filter(uri -> !uri.contains("{{")))
                .isNotEmpty()
                .allSatisfy(uri -> assertThat(called).contains(uri));
    }

    @Test
    void aRouteThatStraysIsReported() {
        RouteFile bad = ProjectRoutes.file("order-poll", """
                - route:
                    id: route-2308
                    from:
                      uri: direct:polling?block=true
                      steps:
                        - to: seda:orders
                        - log:
                            message: "${body}"
                        - toD:
                            uri: http://example.com
                        - setBody:
                            groovy: 1 + 1
                """);
        assertThat(RouteConventions.violations(bad).stream().map(Finding::sentence))
                .contains(
                        "its first route is route-2308, not order-poll",
                        "route id route-2308 is no name in lower case with dashes",
                        "route route-2308 has no description",
                        "route route-2308 is called by direct:polling?block=true",
                        "direct:polling?block=true has its parameters in the address",
                        "the step [to] is not in canonical form",
                        "keeps messages in memory with seda:orders",
                        "logs a body",
                        "uses toD",
                        "uses the script language groovy");
    }

    private static Stream<RouteFile> core() {
        return ProjectRoutes.all().stream().filter(file -> !file.custom());
    }

    private static Set<String> consumers() {
        return core().flatMap(file -> file.routes().stream())
                .map(Route::from)
                .filter(uri -> uri.startsWith("direct:"))
                .collect(Collectors.toSet());
    }
}
