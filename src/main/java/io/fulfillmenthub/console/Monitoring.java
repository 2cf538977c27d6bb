package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.LaneReport;
import io.fulfillmenthub.ledger.LedgerFigures;
import io.fulfillmenthub.ledger.LedgerFigures.Reading;
import io.fulfillmenthub.ledger.ReadOnlyMode;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.SellerAccounts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What monitoring sees of the ledger: {@code hub.*} gauges and the health of both remote sides. */
@Configuration(proxyBeanMethods = false)
class Monitoring {

    @Bean
    HealthIndicator amazonHealthIndicator(LaneReport report, SellerAccounts accounts) {
        Set<String> used =
                accounts.active().stream().map(account -> account.id()).collect(Collectors.toSet());
        return LaneHealth.ofAccounts(report, "amazon", used);
    }

    @Bean
    HealthIndicator commerceHealthIndicator(LaneReport report) {
        return LaneHealth.ofWhole(report, "commerce");
    }

    @Bean
    MeterBinder accountGauges(AccountReport report, SellerAccounts accounts) {
        RecentReading<List<AccountEntry>> recent = new RecentReading<>(report::all, Clock.systemUTC());
        return registry -> accounts.active()
                .forEach(account -> Gauge.builder("hub.account.up", recent, source -> up(source.get(), account.id()))
                        .description("1 while the account's orders can be fetched, 0 while they cannot")
                        .tag("account", account.id())
                        .register(registry));
    }

    private static double up(List<AccountEntry> accounts, String id) {
        return accounts.stream().anyMatch(account -> account.id().equals(id) && account.failing()) ? 0 : 1;
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
