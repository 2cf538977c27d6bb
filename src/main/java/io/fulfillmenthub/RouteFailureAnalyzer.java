package io.fulfillmenthub;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.NoSuchEndpointException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A route that cannot run, in one sentence with its file or id and the remedy; endpoints may hold secrets and stay untold. */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class RouteFailureAnalyzer implements FailureAnalyzer {

    private static final Pattern PLACEHOLDER = Pattern.compile("Property with key \\[([\\w.-]+)]");
    private static final Pattern OPTION = Pattern.compile("Unknown parameters=\\[\\{([\\w.-]+)=");
    private static final Pattern EMPTY_FILE = Pattern.compile("Resource is empty: (\\S+)");

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        return sentence(failure)
                .map(sentence -> new FailureAnalysis(sentence, null, failure))
                .orElse(null);
    }

    /** @return what is wrong with the route, and the remedy; empty if the failure is no route's */
    static Optional<String> sentence(Throwable failure) {
        return Causes.find(failure, MarkedYamlEngineException.class)
                .map(RouteFailureAnalyzer::malformed)
                .or(() ->
                        Causes.find(failure, FailedToStartRouteException.class).map(RouteFailureAnalyzer::notStarted))
                .or(() ->
                        Causes.find(failure, FailedToCreateRouteException.class).map(RouteFailureAnalyzer::notCreated))
                .or(() -> word(failure, EMPTY_FILE)
                        .map(file -> "The route file " + file + " is empty: write a route, or remove the file."));
    }

    private static String malformed(MarkedYamlEngineException failure) {
        String place = failure.getProblemMark().map(RouteFailureAnalyzer::place).orElse("");
        return "A route file cannot be read" + place + ": "
                + failure.getProblem().split("\\R")[0].strip()
                + "; mend it (docs/customizing.md shows the form).";
    }

    private static String place(Mark mark) {
        return ", " + mark.getName() + ", line " + (mark.getLine() + 1);
    }

    private static String notStarted(FailedToStartRouteException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("uplicate id detected")) {
            return "Two routes have the id " + failure.getRouteId() + ": give the one in your own routes another id.";
        }
        if (message.contains("Multiple consumers for the same endpoint")) {
            return "The route " + failure.getRouteId() + " has the same from as another route: give it its own.";
        }
        return "The route " + failure.getRouteId()
                + " cannot start: read the message of Camel in the log above and mend" + " the route.";
    }

    private static String notCreated(FailedToCreateRouteException failure) {
        return "The route " + failure.getRouteId() + " cannot be made: "
                + Causes.find(failure, NoSuchBeanException.class)
                        .map(bean -> "there is no bean " + bean.getName() + "; correct the name.")
                        .or(() -> word(failure, PLACEHOLDER)
                                .map(key -> "the setting " + key + " is missing; add it to the configuration."))
                        .or(() -> word(failure, OPTION)
                                .map(option -> "an endpoint has no option " + option + "; correct its name."))
                        .or(() -> Causes.find(failure, NoSuchEndpointException.class)
                                .map(endpoint -> "there is no component " + scheme(endpoint.getUri())
                                        + "; correct its name, or add its jar."))
                        .orElse("read the message of Camel in the log above and mend the route.");
    }

    private static String scheme(String uri) {
        return uri.replaceAll(":.*", "");
    }

    private static Optional<String> word(Throwable failure, Pattern pattern) {
        return Causes.messages(failure)
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}
