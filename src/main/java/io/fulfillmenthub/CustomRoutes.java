package io.fulfillmenthub;

import io.fulfillmenthub.check.Finding;
import io.fulfillmenthub.check.RouteFile;
import io.fulfillmenthub.check.RouteFiles;
import io.fulfillmenthub.console.CustomRouteFile;
import io.fulfillmenthub.console.CustomRouteFiles;
import io.fulfillmenthub.order.SubscriberFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The user's route files. With {@code hub.custom-routes-on-error: skip} they are loaded one by one after the core, so that a
 * wrong one is left out and told, and its subscriber's hand-overs fail and wait like those of a system that is down.
 */
@Component
class CustomRoutes implements CamelContextConfiguration, CustomRouteFiles {

    private static final Logger LOG = LoggerFactory.getLogger(CustomRoutes.class);

    private final HubSettings settings;
    private final List<String> locations;
    private final List<CustomRouteFile> files = new CopyOnWriteArrayList<>();

    CustomRoutes(HubSettings settings, Environment environment) {
        this.settings = settings;
        this.locations = RouteFolders.of(environment).custom();
    }

    @Override
    public List<CustomRouteFile> all() {
        return files;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        // the core comes first
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        if (settings.customRoutesOnError() == OnRouteError.STOP) {
            locations.forEach(location -> files.add(new CustomRouteFile(location, true, null)));
            return;
        }
        locations.forEach(location -> {
            Optional<String> problem = load((ModelCamelContext) context, location);
            files.add(new CustomRouteFile(location, problem.isEmpty(), problem.orElse(null)));
        });
        settings.subscribers().bySlot().values().stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(name -> standIn((ModelCamelContext) context, name));
        leftOut()
                .forEach(file -> LOG.warn(
                        "{} IS LEFT OUT: {} Mend it and restart; until then its orders wait.",
                        file.file(),
                        file.problem()));
    }

    /** @return why the file cannot be loaded, empty if it is */
    private static Optional<String> load(ModelCamelContext context, String location) {
        RouteFile file = RouteFile.at(location, RouteFile.Kind.CUSTOM);
        List<Finding> wrong = new ArrayList<>(RouteFiles.violations(file));
        if (wrong.isEmpty()) {
            file.ids().stream()
                    .filter(id -> context.getRouteDefinition(id) != null)
                    .map(id -> new Finding(location, 0, true, "another route has the id " + id + ": give it its own"))
                    .forEach(wrong::add);
        }
        if (!wrong.isEmpty()) {
            return Optional.of(wrong.stream().map(Finding::toString).collect(Collectors.joining("; ", "", ".")));
        }
        try {
            Resource resource = ResourceHelper.resolveMandatoryResource(context, location);
            PluginHelper.getRoutesLoader(context).loadRoutes(resource);
            return Optional.empty();
        } catch (Exception e) {
            remove(context, file);
            return Optional.of(RouteFailureAnalyzer.sentence(e)
                    .orElse("Its routes cannot start: " + e.getClass().getSimpleName() + "."));
        }
    }

    private static void remove(ModelCamelContext context, RouteFile file) {
        for (String id : file.ids()) {
            try {
                if (context.getRouteDefinition(id) != null) {
                    context.removeRouteDefinition(context.getRouteDefinition(id));
                }
            } catch (Exception e) {
                LOG.warn("The route {} cannot be stopped: {}", id, e.getClass().getName());
            }
        }
    }

    /** Hand-overs to a name without route fail, so that they are tried again, parked and can be replayed. */
    private void standIn(ModelCamelContext context, String name) {
        boolean there = context.getRouteDefinitions().stream()
                .anyMatch(route -> route.getInput().getEndpointUri().equals("direct:" + name));
        if (there) {
            return;
        }
        String problem = "No route begins with direct:" + name + "; its file in " + settings.customRoutes()
                + " is missing or left out.";
        files.add(new CustomRouteFile("hub.subscribers", false, problem));
        try {
            context.addRoutes(new StandIn(name, problem));
        } catch (Exception e) {
            throw new IllegalStateException("The subscriber " + name + " cannot be replaced", e);
        }
    }

    private static final class StandIn extends RouteBuilder {

        private final String name;
        private final String problem;

        StandIn(String name, String problem) {
            this.name = name;
            this.problem = problem;
        }

        @Override
        public void configure() {
            from("direct:" + name)
                    .routeId("missing-" + name)
                    .routeDescription("Stands in for the subscriber " + name + ", whose route is left out")
                    .errorHandler(noErrorHandler())
                    .process(exchange -> {
                        throw new SubscriberFailedException(problem, null);
                    });
        }
    }
}
