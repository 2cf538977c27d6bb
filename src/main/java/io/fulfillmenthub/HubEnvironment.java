package io.fulfillmenthub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.env.ConfigTreePropertySource.Option;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * What the hub finds out before it starts: whether it plays in the sandbox (no Amazon account is configured), and which
 * route files there are (the folder {@code hub.routes}, else the ones packed in the jar, and the user's own).
 */
public class HubEnvironment implements EnvironmentPostProcessor {

    private static final String SANDBOX = "sandbox";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty("hub.enabled", Boolean.class, true)) {
            return;
        }
        keepFilesCurrent(environment.getPropertySources());
        chooseSandbox(environment);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "hub-routes",
                        Map.of("camel.main.routes-include-pattern", String.join(",", routes(environment)))));
    }

    /** Spring reads each file of a config tree once; the hub reads it whenever it needs it, since secrets are rotated. */
    private static void keepFilesCurrent(MutablePropertySources sources) {
        for (PropertySource<?> source : sources.stream().toList()) {
            if (source instanceof ConfigTreePropertySource files) {
                sources.replace(
                        files.getName(),
                        new ConfigTreePropertySource(
                                files.getName(),
                                files.getSource(),
                                Option.ALWAYS_READ,
                                Option.AUTO_TRIM_TRAILING_NEW_LINE));
            }
        }
    }

    /** Files of the user that may be wrong are loaded later, one by one: {@link CustomRoutes}. */
    private static List<String> routes(ConfigurableEnvironment environment) {
        RouteFolders folders = RouteFolders.of(environment);
        boolean skip = "skip".equalsIgnoreCase(environment.getProperty("hub.custom-routes-on-error", "stop"));
        return skip ? folders.shipped() : folders.all();
    }

    private static void chooseSandbox(ConfigurableEnvironment environment) {
        boolean configured = Binder.get(environment)
                .bind("amazon.accounts", Bindable.listOf(Map.class))
                .isBound();
        boolean wanted = Arrays.asList(environment.getActiveProfiles()).contains(SANDBOX);
        if (configured && wanted) {
            throw new IllegalStateException("The profile sandbox is active although amazon.accounts is configured:"
                    + " remove the profile, or the accounts");
        }
        if (!configured) {
            environment.addActiveProfile(SANDBOX);
            addSandboxSettings(environment);
        }
    }

    private static void addSandboxSettings(ConfigurableEnvironment environment) {
        try {
            new YamlPropertySourceLoader()
                    .load("sandbox", new ClassPathResource("sandbox/hub.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox's settings cannot be read", e);
        }
    }
}
