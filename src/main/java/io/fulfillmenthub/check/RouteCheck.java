package io.fulfillmenthub.check;

import io.fulfillmenthub.check.Replay.Run;
import io.fulfillmenthub.order.Order;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The whole check of a hub's routes: their files, then what they would send, compared with the routes that are shipped. */
public final class RouteCheck {

    private final Class<?> hub;
    private final Outside outside;
    private final PrintWriter out;

    /**
     * What lies outside the hub.
     *
     * @param amazonEndpoints addresses of the accounts' regions
     * @param tokenUrl Login with Amazon
     * @param commerceUrl the shop's address
     * @param stores codes of the store views
     * @param secrets values that must not be shown
     */
    public record Outside(
            List<String> amazonEndpoints,
            String tokenUrl,
            String commerceUrl,
            List<String> stores,
            List<String> secrets) {

        /** @return nothing secret */
        @Override
        public String toString() {
            return "Outside[]";
        }
    }

    /** @param hub the program */
    public RouteCheck(Class<?> hub, Outside outside, PrintWriter out) {
        this.hub = hub;
        this.outside = outside;
        this.out = out;
    }

    /**
     * Looks at the files.
     *
     * @param subscribers names of subscribers by their slot's setting
     * @return whether the hub could run with them
     */
    public boolean filesAreFine(List<RouteFile> files, Map<String, List<String>> subscribers) {
        List<Finding> findings = RouteFiles.findings(files, subscribers);
        long wrong = findings.stream().filter(Finding::wrong).count();
        out.println(files.size() + " route files: " + wrong + " wrong, " + (findings.size() - wrong) + " to improve");
        findings.forEach(finding -> out.println((finding.wrong() ? "WRONG   " : "advice  ") + finding));
        return wrong == 0;
    }

    /**
     * Replays orders through the routes and through those that are shipped, and shows the difference.
     *
     * @param arguments the configuration of the hub
     * @param shippedArguments the configuration of a hub without routes of its own
     * @param reason says in one sentence why a hub does not start
     * @return whether every order ends as well as with the shipped routes
     */
    public boolean ordersAreFine(
            List<Order> recorded,
            List<RouteFile> files,
            List<String> arguments,
            List<String> shippedArguments,
            Function<Throwable, String> reason) {
        List<Order> orders = recorded.stream().map(Masks::masked).toList();
        Set<String> silent = files.stream()
                .filter(RouteFile::custom)
                .flatMap(file -> file.routes().stream())
                .filter(route -> !route.from().startsWith("direct:"))
                .map(route -> String.valueOf(route.id()))
                .collect(Collectors.toSet());
        Run changed;
        try {
            changed = new Replay(hub, arguments).of(orders, world(orders, silent));
        } catch (RuntimeException e) {
            out.println("WRONG   the hub does not start with these routes: " + reason.apply(e));
            return false;
        }
        Run shipped = new Replay(hub, shippedArguments).of(orders, world(orders, Set.of()));
        return report(new Comparison(shipped, changed), orders.size());
    }

    private OutsideWorld world(List<Order> orders, Set<String> silentRoutes) {
        return new OutsideWorld(
                new AmazonAnswers(outside.amazonEndpoints(), outside.tokenUrl(), orders),
                new CommerceAnswers(outside.commerceUrl(), outside.stores()),
                silentRoutes,
                orders,
                new Masks(outside.secrets()));
    }

    private boolean report(Comparison comparison, int orders) {
        List<String> lines = new ArrayList<>(comparison.lines());
        out.println(
                lines.isEmpty()
                        ? "No request differs from those of the shipped routes."
                        : "Requests compared with those of the shipped routes (- theirs, + yours):");
        lines.forEach(out::println);
        if (!lines.isEmpty()) {
            out.println(comparison.same() + " of " + orders + " orders cause the same requests.");
        }
        if (comparison.worse()) {
            out.println("WRONG   an order ends in trouble that the shipped routes finish, see above");
        }
        return !comparison.worse();
    }
}
