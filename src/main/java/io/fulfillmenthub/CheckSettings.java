package io.fulfillmenthub;

import io.fulfillmenthub.amazon.AmazonSettings;
import io.fulfillmenthub.check.RouteCheck.Outside;
import io.fulfillmenthub.order.Slot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;

/** What the check of routes changes in the configuration of a hub, so that it is quick, harmless and the same each time. */
final class CheckSettings {

    private static final String SECRET = "(?i).*(secret|password|passwd|token|api-?key)(\\[\\d+])?";

    private CheckSettings() {}

    /** @return arguments for every hub of the check */
    static List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.quartz.scheduler-name=check-routes",
                "--spring.security.user.password=check-routes",
                "--camel.main.shutdown-timeout=1",
                "--sandbox.day.enabled=false",
                "--amazon.notifications.enabled=false",
                "--hub.kafka.enabled=false",
                "--hub.shipments.drop-folder=",
                "--hub.shipments.proof-delay=PT0.05S",
                "--hub.orders.parallelism=1",
                "--hub.dispatch-interval=PT0.02S",
                "--hub.custom-routes-on-error=stop"));
        arguments.addAll(List.of(
                "--hub.read-only=false",
                "--hub.poll.orders=PT1H",
                "--hub.poll.shipments=PT0.2S",
                "--hub.poll.stale-after=P3650D",
                "--hub.retry.max-attempts=1",
                "--hub.retry.initial-delay=PT0.2S",
                "--hub.retry.uncertain-wait=PT0.1S",
                "--hub.retry.recheck=PT1H"));
        for (String operation : List.of("search-orders", "get-order", "confirm-shipment")) {
            arguments.add("--amazon.rate-limits." + operation + ".rate=1000");
            arguments.add("--amazon.rate-limits." + operation + ".burst=1000");
        }
        return arguments;
    }

    /** @return the arguments of a hub with all routes, on that database */
    static List<String> allRoutes(List<String> arguments, Environment environment, String databaseUrl, Path work) {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("spring.datasource.url", databaseUrl);
        own.put("spring.datasource.username", "postgres");
        own.put("spring.datasource.password", "");
        own.put("spring.datasource.hikari.maximum-pool-size", "12");
        own.put("hub.data-directory", work.toString());
        if ("ims".equalsIgnoreCase(environment.getProperty("commerce.auth"))) {
            own.put("commerce.auth", "bearer");
            own.put("commerce.access-token", "check-routes");
        }
        return replaced(arguments, own);
    }

    /** @return the arguments of a hub without routes of its own, on that database */
    static List<String> shippedRoutes(List<String> arguments, Environment environment, String databaseUrl, Path work) {
        Map<String, String> own = new LinkedHashMap<>();
        own.put(
                "camel.main.routes-include-pattern",
                String.join(",", RouteFolders.packed().shipped()));
        own.put("hub.custom-routes", work.toString());
        Arrays.stream(Slot.values()).forEach(slot -> own.put("hub.subscribers." + slot.key(), ""));
        return replaced(allRoutes(arguments, environment, databaseUrl, work), own);
    }

    /** Spring would make a list of a key that is given twice. */
    private static List<String> replaced(List<String> arguments, Map<String, String> own) {
        Stream<String> others = arguments.stream()
                .filter(argument -> !own.containsKey(argument.replaceAll("^--|(\\[\\d+])?(=.*)?$", "")));
        return Stream.concat(
                        others, own.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()))
                .toList();
    }

    static Outside outside(ConfigurableEnvironment environment, AmazonSettings amazon) {
        return new Outside(
                amazon.accounts().stream()
                        .map(account -> account.endpoint())
                        .distinct()
                        .toList(),
                amazon.tokenUrl(),
                environment.getProperty("commerce.base-url", "http://commerce"),
                amazon.accounts().stream()
                        .map(AmazonSettings.Account::storeCode)
                        .distinct()
                        .toList(),
                secrets(environment));
    }

    private static List<String> secrets(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.matches(SECRET))
                .map(environment::getProperty)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
