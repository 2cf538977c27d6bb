package io.fulfillmenthub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What the hub finds out before it starts: whether it plays in the sandbox (no Amazon account is configured), and which
 * route files there are (the folder {@code hub.routes}, else the ones packed in the jar, and the user's own).
 */
public class HubEnvironment implements EnvironmentPostProcessor {

    private static final String SANDBOX = "sandbox";
    private static final String SUFFIX = ".camel.yaml";

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

    private static List<String> routes(ConfigurableEnvironment environment) {
        Path folder = Path.of(environment.getProperty("hub.routes", "routes"));
        Path custom = Path.of(environment.getProperty("hub.custom-routes", "routes/custom"));
        List<String> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            found.addAll(files(folder));
            found.addAll(files(folder.resolve("connectors")));
        }
        if (found.isEmpty()) {
            found.addAll(packed());
        }
        found.addAll(files(custom));
        return found;
    }

    private static List<String> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(file -> "file:" + file)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The routes in " + folder + " cannot be listed", e);
        }
    }

    private static List<String> packed() {
        try {
            Resource[] resources =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:routes/**/*" + SUFFIX);
            List<String> packed = new ArrayList<>();
            for (Resource resource : resources) {
                String url = resource.getURL().toString();
                packed.add("classpath:" + url.substring(url.lastIndexOf("/routes/") + 1));
            }
            return packed;
        } catch (IOException e) {
            throw new UncheckedIOException("The routes packed in the jar cannot be listed", e);
        }
    }
}
