package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.LaneReport;
import io.fulfillmenthub.ledger.LaneReport.Lane;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** The health of one remote side: down while any of its lanes in use fails, unknown until it was polled. */
class LaneHealth implements HealthIndicator {

    private final LaneReport report;
    private final String prefix;
    private final Predicate<String> used;

    /** @param used whether a lane of that name is in use: those of resting accounts are not */
    LaneHealth(LaneReport report, String prefix, Predicate<String> used) {
        this.report = report;
        this.prefix = prefix;
        this.used = used;
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

    private static Health.Builder builder(List<Lane> lanes) {
        if (lanes.stream().anyMatch(lane -> lane.failingSince().isPresent())) {
            return Health.down();
        }
        return lanes.stream().anyMatch(lane -> lane.lastSuccess().isPresent()) ? Health.up() : Health.unknown();
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
