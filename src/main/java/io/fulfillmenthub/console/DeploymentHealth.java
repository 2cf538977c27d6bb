package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ReadOnlyMode;
import io.fulfillmenthub.ledger.ReadOnlyReport;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Down while the database belongs to another deployment than the configured one; read-only by setting is no illness. */
class DeploymentHealth implements HealthIndicator {

    private final ReadOnlyMode mode;

    DeploymentHealth(ReadOnlyMode mode) {
        this.mode = mode;
    }

    @Override
    public Health health() {
        ReadOnlyReport report = mode.report();
        Health.Builder health = report.copied() ? Health.down() : Health.up();
        health.withDetail("readOnly", report.active());
        if (report.copied()) {
            health.withDetail("differences", report.differences().toString()).withDetail("remedy", report.remedy());
        }
        return health.build();
    }
}
