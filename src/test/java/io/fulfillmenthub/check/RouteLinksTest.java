package io.fulfillmenthub.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteLinksTest {

    private static final RouteFile ERP = route("erp", "erp", "direct:erp", "direct:erp-post");

    @Test
    void theRoutesOfTheProjectFitTogether() {
        List<RouteFile> shipped =
                ProjectRoutes.all().stream().filter(file -> !file.custom()).toList();
        assertThat(RouteLinks.violations(shipped, Map.of())).isEmpty();
    }

    @Test
    void theShopOfTheExamplesAnswersAllThatTheCoreAsksOfCommerce() {
        List<RouteFile> files = ProjectRoutes.all().stream()
                .filter(file -> !file.custom() && !file.name().startsWith("commerce")
                        || file.path().getParent().endsWith("shop"))
                .toList();
        assertThat(RouteLinks.violations(files, Map.of())).isEmpty();
    }

    @Test
    void aCallThatNobodyAnswersIsTold() {
        assertThat(RouteLinks.violations(List.of(ERP), Map.of()))
                .singleElement()
                .asString()
                .isEqualTo("routes/erp.camel.yaml, line 1: calls direct:erp-post, but no route begins with it:"
                        + " correct the name, or add the route");
    }

    @Test
    void anIdOrAFromThatIsUsedTwiceIsTold() {
        RouteFile other = route("wms", "erp", "direct:erp", "direct:erp");
        assertThat(RouteLinks.violations(List.of(other, route("erp", "erp", "direct:erp", "mock:x")), Map.of()))
                .extracting(Finding::sentence)
                .containsExactly(
                        "the id erp is used in routes/wms.camel.yaml, too: give one of them another id",
                        "the from direct:erp is used in routes/wms.camel.yaml, too: give one of them its own");
    }

    @Test
    void aSubscriberWithoutRouteIsTold() {
        assertThat(RouteLinks.violations(List.of(), Map.of("hub.subscribers.order-imported", List.of("erp"))))
                .singleElement()
                .asString()
                .startsWith("hub.subscribers.order-imported: names erp, but no route begins with direct:erp");
    }

    @Test
    void aNameAmongTheParametersIsANameAsDesignersWriteIt() {
        RouteFile post = ProjectRoutes.file("erp-post", """
                - route:
                    id: erp-post
                    description: A route of a test
                    from:
                      uri: direct
                      parameters:
                        name: erp-post
                      steps:
                        - to:
                            uri: direct
                            parameters:
                              name: erp-done
                """);
        assertThat(RouteLinks.violations(List.of(ERP, post), Map.of()))
                .extracting(Finding::sentence)
                .singleElement()
                .asString()
                .startsWith("calls direct:erp-done, but no route begins with it");
    }

    private static RouteFile route(String file, String id, String from, String to) {
        return ProjectRoutes.file(file, """
                - route:
                    id: %s
                    description: A route of a test
                    from:
                      uri: %s
                      steps:
                        - to:
                            uri: %s
                """.formatted(id, from, to));
    }
}
