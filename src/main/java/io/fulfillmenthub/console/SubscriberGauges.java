package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.SubscriberEntry;
import io.fulfillmenthub.ledger.Subscribers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What monitoring sees of each configured subscriber: {@code hub.subscriber.*} gauges. */
@Component
class SubscriberGauges implements MeterBinder {

    private final Subscribers subscribers;
    private final RecentReading<List<SubscriberEntry>> recent;

    SubscriberGauges(Subscribers subscribers) {
        this.subscribers = subscribers;
        this.recent = new RecentReading<>(subscribers::all, Clock.systemUTC());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String name : subscribers.configured()) {
            gauge(registry, name, "hub.subscriber.pending", SubscriberEntry::pending, "Hand-overs that wait");
            gauge(registry, name, "hub.subscriber.parked", SubscriberEntry::parked, "Hand-overs tried no more");
            gauge(registry, name, "hub.subscriber.delivered", SubscriberEntry::delivered, "Hand-overs received");
            gauge(registry, name, "hub.subscriber.age.seconds", SubscriberGauges::age, "Age of the oldest that waits");
        }
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            String meter,
            ToDoubleFunction<SubscriberEntry> value,
            String description) {
        Gauge.builder(
                        meter,
                        recent,
                        source -> source.get().stream()
                                .filter(entry -> entry.name().equals(name))
                                .mapToDouble(value)
                                .sum())
                .description(description)
                .tag("subscriber", name)
                .register(registry);
    }

    private static double age(SubscriberEntry entry) {
        return entry.oldestPending() == null
                ? 0
                : Duration.between(entry.oldestPending(), Instant.now()).toSeconds();
    }
}
