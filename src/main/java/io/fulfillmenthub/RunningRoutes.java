package io.fulfillmenthub;

import io.fulfillmenthub.check.RouteFile;
import io.fulfillmenthub.console.RouteEntry;
import io.fulfillmenthub.console.RouteEntry.Numbers;
import io.fulfillmenthub.console.RouteEntry.Step;
import io.fulfillmenthub.console.Routes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.util.URISupport;
import org.springframework.stereotype.Component;

/** The routes as Camel's model draws them and as its management counts them. */
@Component
class RunningRoutes implements Routes {

    private static final Pattern DIRECT = Pattern.compile("direct:([A-Za-z0-9_-]+)");

    private final ModelCamelContext context;

    RunningRoutes(CamelContext context) {
        this.context = (ModelCamelContext) context;
    }

    @Override
    public List<RouteEntry> all() {
        return context.getRouteDefinitions().stream().map(this::entry).toList();
    }

    @Override
    public Optional<String> text(String routeId) {
        return Optional.ofNullable(context.getRouteDefinition(routeId))
                .map(RunningRoutes::file)
                .map(file -> RouteFile.at(file, RouteFile.Kind.CORE).text());
    }

    private RouteEntry entry(RouteDefinition route) {
        String id = route.getRouteId();
        return new RouteEntry(
                id,
                Optional.ofNullable(route.getDescriptionText()).orElse(""),
                Optional.ofNullable(file(route))
                        .map(file -> file.substring(file.indexOf(':') + 1))
                        .orElse(null),
                route.isCreatedFromTemplate(),
                withoutSecrets(route.getInput().getEndpointUri()),
                steps(route.getOutputs()),
                String.valueOf(context.getRouteController().getRouteStatus(id)),
                numbers(id));
    }

    private Numbers numbers(String id) {
        ManagedRouteMBean managed = context.getCamelContextExtension()
                .getContextPlugin(ManagedCamelContext.class)
                .getManagedRoute(id);
        if (managed == null || managed.getExchangesTotal() == 0) {
            return new Numbers(0, 0, managed == null ? 0 : managed.getExchangesInflight(), null, null);
        }
        return new Numbers(
                managed.getExchangesTotal(),
                managed.getExchangesFailed(),
                managed.getExchangesInflight(),
                Duration.ofMillis(managed.getMeanProcessingTime()),
                Optional.ofNullable(managed.getLastExchangeCompletedTimestamp())
                        .map(Date::toInstant)
                        .orElse(null));
    }

    /** @return the location of the file, null for what is written in none */
    private static String file(RouteDefinition route) {
        return route.getResource() == null ? null : route.getResource().getLocation();
    }

    private static List<Step> steps(List<ProcessorDefinition<?>> outputs) {
        List<Step> steps = new ArrayList<>();
        for (ProcessorDefinition<?> output : outputs) {
            String label = withoutSecrets(
                    output instanceof SendDefinition<?> send ? send.getEndpointUri() : output.getLabel());
            Matcher called = DIRECT.matcher(label);
            steps.add(new Step(
                    output.getShortName(), label, called.find() ? called.group(1) : null, steps(output.getOutputs())));
        }
        return steps;
    }

    /** Parameters and users of endpoints may be secrets. */
    private static String withoutSecrets(String label) {
        return label == null ? "" : URISupport.sanitizeUri(label).replaceAll("[?][^}\\]\\s]*", "");
    }
}
