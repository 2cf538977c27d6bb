package io.fulfillmenthub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Leaves everything of traces out, whatever else is left out, until {@code management.otlp.tracing.endpoint} says where they go. Even then the only spans are
 * the hub's own: those that Spring makes of requests carry the messages of exceptions.
 */
public class TracingSwitch implements EnvironmentPostProcessor {

    static final String ENDPOINT = "management.otlp.tracing.endpoint";
    private static final String EXCLUDE = "spring.autoconfigure.exclude";
    private static final String PACKAGE = "org.springframework.boot.actuate.autoconfigure.";
    private static final List<String> NEVER = List.of(
            PACKAGE + "tracing.MicrometerTracingAutoConfiguration",
            PACKAGE + "tracing.OpenTelemetryTracingAutoConfiguration",
            PACKAGE + "tracing.NoopTracerAutoConfiguration",
            PACKAGE + "logging.OpenTelemetryLoggingAutoConfiguration");
    private static final List<String> ON_DEMAND = List.of(
            PACKAGE + "tracing.otlp.OtlpTracingAutoConfiguration",
            PACKAGE + "opentelemetry.OpenTelemetryAutoConfiguration");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean wanted = !environment.getProperty(ENDPOINT, "").isBlank();
        List<String> excluded = new ArrayList<>(NEVER);
        if (!wanted) {
            excluded.addAll(ON_DEMAND);
        }
        excluded.addAll(Binder.get(environment)
                .bind(EXCLUDE, Bindable.listOf(String.class))
                .orElse(List.of()));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("hub-tracing", Map.of("management.tracing.enabled", wanted)));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("hub-tracing-exclude", Map.of(EXCLUDE, String.join(",", excluded))));
    }
}
