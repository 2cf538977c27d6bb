package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.LaneReport;
import io.fulfillmenthub.ledger.LedgerFigures;
import io.fulfillmenthub.ledger.LedgerFigures.Reading;
import io.fulfillmenthub.ledger.ReadOnlyMode;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.ReasonCode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What monitoring sees of the ledger: {@code hub.*} gauges and the health of both remote sides. */
@Configuration(proxyBeanMethods = false)
class Monitoring {

    @Bean
    HealthIndicator amazonHealthIndicator(LaneReport report) {
        return new LaneHealth(report, "amazon-orders/");
    }

    @Bean
    HealthIndicator commerceHealthIndicator(LaneReport report) {
        return new LaneHealth(report, "commerce-shipments");
    }

    @Bean
    HealthIndicator deploymentHealthIndicator(ReadOnlyMode mode) {
        return new DeploymentHealth(mode);
    }

    @Bean
    MeterBinder readOnlyGauge(ReadOnlyMode mode) {
        return registry -> Gauge.builder("hub.read.only", mode, source -> source.active() ? 1 : 0)
                .description("1 while changing requests are recorded instead of sent")
                .register(registry);
    }

    @Bean
    MeterBinder ledgerGauges(LedgerFigures figures) {
        RecentReading<Reading> recent = new RecentReading<>(figures::read, Clock.systemUTC());
        return registry -> {
            for (OrderState state : OrderState.values()) {
                Gauge.builder("hub.orders", recent, source -> source.get().orders(state))
                        .description("Orders by the hub's state")
                        .tag("state", state.name())
                        .register(registry);
            }
            for (ReasonCode reason : ReasonCode.values()) {
                attention(recent, reason, registry);
            }
            Gauge.builder("hub.backlog.age", recent, source -> source.get().backlogAge())
                    .description("Seconds since the oldest due order or package became due")
                    .baseUnit("seconds")
                    .register(registry);
        };
    }

    private static void attention(RecentReading<Reading> recent, ReasonCode reason, MeterRegistry registry) {
        Gauge.builder("hub.attention", recent, source -> source.get().parked(reason))
                .description("Orders, packages and hand-overs parked, by reason")
                .tag("reason", reason.name())
                .register(registry);
    }
}
