package io.fulfillmenthub;

import io.fulfillmenthub.amazon.AmazonSettings;
import io.fulfillmenthub.check.RouteCheck;
import io.fulfillmenthub.check.RouteFile;
import io.fulfillmenthub.check.RouteFile.Kind;
import io.fulfillmenthub.check.SampleOrders;
import io.fulfillmenthub.order.Order;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.FileSystemUtils;

/** {@code --check-routes}: looks at the route files and replays orders through them; nothing is sent anywhere. */
final class CheckRoutes {

    private static final String OPTION = "--check-routes";
    private static final int ORDERS = 20;

    private final PrintWriter out;
    private final Supplier<String> databases;

    /** @param databases gives the JDBC URL of an empty database, with user and password in it, at each call */
    CheckRoutes(PrintWriter out, Supplier<String> databases) {
        this.out = out;
        this.databases = databases;
    }

    static boolean wanted(String... arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> argument.startsWith(OPTION));
    }

    /** Runs the check on a PostgreSQL of its own. @return the exit code: 0 if the routes may meet real orders, else 1 */
    static int run(PrintWriter out, String... arguments) throws IOException {
        String[] quiet = Stream.concat(Arrays.stream(arguments), Stream.of("--logging.level.root=OFF"))
                .toArray(String[]::new);
        try (CheckDatabase database = new CheckDatabase()) {
            return new CheckRoutes(out, database::newUrl).check(quiet);
        }
    }

    /** @return the exit code */
    int check(String... arguments) {
        Path work = temporary();
        List<String> settings = Stream.concat(
                        Arrays.stream(arguments).filter(argument -> !argument.startsWith(OPTION)),
                        CheckSettings.arguments().stream())
                .toList();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(settings.toArray(String[]::new))) {
            return check(context.getEnvironment(), settings, orders(arguments), work) ? 0 : 1;
        } catch (RuntimeException e) {
            out.println("WRONG   " + sentence(e));
            return 1;
        } finally {
            out.flush();
            FileSystemUtils.deleteRecursively(work.toFile());
        }
    }

    private boolean check(ConfigurableEnvironment environment, List<String> settings, int most, Path work) {
        HubSettings hub = Binder.get(environment).bindOrCreate("hub", HubSettings.class);
        AmazonSettings amazon = Binder.get(environment).bindOrCreate("amazon", AmazonSettings.class);
        RouteFolders folders = RouteFolders.of(environment);
        List<RouteFile> files = Stream.of(
                        folders.core().stream().map(file -> RouteFile.at(file, Kind.CORE)),
                        folders.connectors().stream().map(file -> RouteFile.at(file, Kind.CONNECTOR)),
                        folders.custom().stream().map(file -> RouteFile.at(file, Kind.CUSTOM)))
                .flatMap(stream -> stream)
                .toList();
        RouteCheck check = new RouteCheck(FulfillmentHub.class, CheckSettings.outside(environment, amazon), out);
        if (!check.filesAreFine(files, subscribers(hub))) {
            return false;
        }
        List<Order> orders = new CheckLedger(environment, hub).newest(most, out::println);
        if (orders.isEmpty()) {
            AmazonSettings.Account account = amazon.accounts().get(0);
            orders = SampleOrders.of(account.id(), account.marketplaceIds().get(0));
        }
        out.println("Replaying " + orders.size() + " orders; nothing is sent, people are masked.");
        return check.ordersAreFine(
                orders,
                files,
                CheckSettings.allRoutes(settings, environment, databases.get(), work),
                CheckSettings.shippedRoutes(settings, environment, databases.get(), work),
                CheckRoutes::sentence);
    }

    private static Map<String, List<String>> subscribers(HubSettings hub) {
        Map<String, List<String>> subscribers = new LinkedHashMap<>();
        hub.subscribers().bySlot().forEach((slot, names) -> subscribers.put("hub.subscribers." + slot.key(), names));
        return subscribers;
    }

    private static int orders(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.matches(OPTION + "=\\d{1,4}"))
                .map(argument -> Integer.parseInt(argument.replaceAll("\\D", "")))
                .findFirst()
                .orElse(ORDERS);
    }

    private static String sentence(Throwable failure) {
        return Stream.of(new SettingsFailureAnalyzer(), new DatabaseFailureAnalyzer(), new RouteFailureAnalyzer())
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .map(FailureAnalysis::getDescription)
                .findFirst()
                .orElse("The hub failed with " + failure.getClass().getName()
                        + "; start it without --check-routes to see the log.");
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("check-routes");
        } catch (IOException e) {
            throw new UncheckedIOException("The check needs a folder for temporary files", e);
        }
    }

    static class Nothing {}
}
