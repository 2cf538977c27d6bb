package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ShipmentBacklog;
import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerAccounts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What monitoring sees of shipments: {@code hub.shipments.*} gauges, so that an alarm rings before a deadline is missed. */
@Configuration(proxyBeanMethods = false)
class ShipmentMonitoring {

    @Bean
    MeterBinder shipmentGauges(ShipmentBacklog backlog, SellerAccounts accounts) {
        RecentReading<ShipmentBacklog.Reading> recent = new RecentReading<>(backlog::read, Clock.systemUTC());
        return registry -> {
            for (SellerAccount account : accounts.active()) {
                Gauge.builder(
                                "hub.shipments.backlog",
                                recent,
                                source -> source.get().waiting(account.id()))
                        .description("Parcels that Amazon has not been told of")
                        .tag("account", account.id())
                        .register(registry);
            }
            deadline(registry, recent, "missed", reading -> reading.deadlines().missed());
            deadline(registry, recent, "PT4H", reading -> reading.deadlines().within4Hours());
            deadline(registry, recent, "PT24H", reading -> reading.deadlines().within24Hours());
        };
    }

    private static void deadline(
            MeterRegistry registry,
            RecentReading<ShipmentBacklog.Reading> recent,
            String within,
            ToDoubleFunction<ShipmentBacklog.Reading> figure) {
        Gauge.builder("hub.shipments.deadline", recent, source -> figure.applyAsDouble(source.get()))
                .description("Orders not shipped at Amazon whose latest ship time is that near")
                .tag("within", within)
                .register(registry);
    }
}
