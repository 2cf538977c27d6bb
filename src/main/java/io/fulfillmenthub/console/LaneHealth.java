package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.LaneReport;
import io.fulfillmenthub.ledger.LaneReport.Lane;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** The health of one remote side: down while any of its lanes fails, unknown until it was polled. */
class LaneHealth implements HealthIndicator {

    private final LaneReport report;
    private final String prefix;

    LaneHealth(LaneReport report, String prefix) {
        this.report = report;
        this.prefix = prefix;
    }

    @Override
    public Health health() {
        List<Lane> lanes = report.lanes(prefix);
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
        return details;
    }
}
