package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.LaneReport;
import io.fulfillmenthub.ledger.LaneReport.Lane;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/**
 * The health of one remote side: down while each of its parts fails, partly down (which leaves the hub up) while only some
 * do, unknown until it was polled.
 */
class LaneHealth implements HealthIndicator {

    /** Not among the statuses that Spring Boot ranks, so that one account never takes the hub away from the others. */
    private static final Status PARTLY_DOWN = new Status("PARTLY_DOWN");

    private final LaneReport report;
    private final String prefix;
    private final Predicate<String> used;
    private final Set<String> parts;

    private LaneHealth(LaneReport report, String prefix, Predicate<String> used, Set<String> parts) {
        this.report = report;
        this.prefix = prefix;
        this.used = used;
        this.parts = parts;
    }

    /** @return the health of a side that is one whole: any lane that fails takes it down */
    static LaneHealth ofWhole(LaneReport report, String prefix) {
        return new LaneHealth(report, prefix, lane -> true, Set.of());
    }

    /** @return the health of a side with a part for each seller account in use; lanes of other accounts do not count */
    static LaneHealth ofAccounts(LaneReport report, String prefix, Set<String> accounts) {
        return new LaneHealth(report, prefix, lane -> accounts.contains(part(lane)), accounts);
    }

    @Override
    public Health health() {
        List<Lane> lanes = report.lanes(prefix).stream()
                .filter(lane -> used.test(lane.name()))
                .toList();
        Health.Builder health = builder(lanes);
        lanes.forEach(lane -> health.withDetail(lane.name(), details(lane)));
        return health.build();
    }

    private Health.Builder builder(List<Lane> lanes) {
        Set<String> failing = lanes.stream()
                .filter(lane -> lane.failingSince().isPresent())
                .map(lane -> part(lane.name()))
                .collect(Collectors.toSet());
        if (!failing.isEmpty()) {
            return failing.containsAll(parts) ? Health.down() : Health.status(PARTLY_DOWN);
        }
        return lanes.stream().anyMatch(lane -> lane.lastSuccess().isPresent()) ? Health.up() : Health.unknown();
    }

    private static String part(String lane) {
        return lane.substring(lane.indexOf('/') + 1);
    }

    private static Map<String, String> details(Lane lane) {
        Map<String, String> details = new TreeMap<>();
        lane.lastSuccess().ifPresent(time -> details.put("lastSuccess", time.toString()));
        lane.failingSince().ifPresent(time -> details.put("failingSince", time.toString()));
        lane.failingSince().flatMap(time -> lane.lastError()).ifPresent(error -> details.put("lastError", error));
        lane.reason().ifPresent(reason -> {
            details.put("reason", reason.name());
            details.put("nextStep", reason.nextStep());
        });
        return details;
    }
}
