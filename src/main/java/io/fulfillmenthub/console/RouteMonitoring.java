package io.fulfillmenthub.console;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What monitoring sees of the user's route files; one that is left out takes nothing down with it. */
@Configuration(proxyBeanMethods = false)
class RouteMonitoring {

    private static final Status LEFT_OUT = new Status("LEFT_OUT");

    @Bean
    HealthIndicator customRoutesHealthIndicator(CustomRouteFiles files) {
        return () -> {
            Health.Builder health = files.leftOut().isEmpty() ? Health.up() : Health.status(LEFT_OUT);
            files.leftOut().forEach(file -> health.withDetail(file.file(), file.problem()));
            return health.build();
        };
    }

    @Bean
    MeterBinder customRouteGauge(CustomRouteFiles files) {
        return registry -> Gauge.builder(
                        "hub.routes.left.out", files, source -> source.leftOut().size())
                .description("Files of own routes that were wrong at the start and are left out")
                .register(registry);
    }
}
