package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ShipmentBacklog;
import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerAccounts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What monitoring sees of shipments: {@code hub.shipments.*} gauges, so that an alarm rings before a deadline is missed. */
@Configuration(proxyBeanMethods = false)
class ShipmentMonitoring {

    @Bean
    MeterBinder shipmentGauges(ShipmentBacklog backlog, SellerAccounts accounts) {
        return registry -> {
            for (SellerAccount account : accounts.active()) {
                Gauge.builder(
                                "hub.shipments.backlog",
                                backlog,
                                source -> source.read().waiting(account.id()))
                        .description("Parcels that Amazon has not been told of")
                        .tag("account", account.id())
                        .register(registry);
            }
            deadline(registry, backlog, "missed", reading -> reading.deadlines().missed());
            deadline(registry, backlog, "PT4H", reading -> reading.deadlines().within4Hours());
            deadline(registry, backlog, "PT24H", reading -> reading.deadlines().within24Hours());
        };
    }

    private static void deadline(
            MeterRegistry registry,
            ShipmentBacklog backlog,
            String within,
            ToDoubleFunction<ShipmentBacklog.Reading> figure) {
        Gauge.builder("hub.shipments.deadline", backlog, source -> figure.applyAsDouble(source.read()))
                .description("Orders not shipped at Amazon whose latest ship time is that near")
                .tag("within", within)
                .register(registry);
    }
}
