package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.OrdersByAccount;
import io.fulfillmenthub.ledger.QuotaReport;
import io.fulfillmenthub.ledger.QuotaReport.Bucket;
import io.fulfillmenthub.ledger.Throughput;
import io.fulfillmenthub.ledger.Throughput.Latencies;
import io.fulfillmenthub.ledger.Throughput.Took;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerAccounts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What monitoring sees of the flow: each account's orders and quotas, and how long both directions take. */
@Configuration(proxyBeanMethods = false)
class FlowMonitoring {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration COUNTED = Duration.ofMinutes(1);
    private static final Duration MEASURED = Duration.ofSeconds(15);

    @Bean
    MeterBinder accountOrderGauges(OrdersByAccount orders, SellerAccounts accounts) {
        RecentReading<OrdersByAccount.Reading> recent = new RecentReading<>(orders::read, Clock.systemUTC(), COUNTED);
        return registry -> {
            for (SellerAccount account : accounts.all()) {
                for (OrderState state : OrderState.values()) {
                    Gauge.builder(
                                    "hub.account.orders",
                                    recent,
                                    source -> source.get().orders(account.id(), state))
                            .description("Orders by seller account and the hub's state")
                            .tag("account", account.id())
                            .tag("state", state.name())
                            .register(registry);
                }
            }
        };
    }

    @Bean
    MeterBinder quotaGauges(QuotaReport quotas, SellerAccounts accounts, LimitedOperations operations) {
        RecentReading<List<Bucket>> recent = new RecentReading<>(quotas::buckets, Clock.systemUTC());
        return registry -> {
            for (SellerAccount account : accounts.active()) {
                for (String operation : operations.names()) {
                    Gauge.builder("hub.quota.left", recent, source -> left(source.get(), account.id(), operation))
                            .description("Requests left of an account's quota; NaN before the first request")
                            .tag("account", account.id())
                            .tag("operation", operation)
                            .register(registry);
                }
            }
        };
    }

    private static double left(List<Bucket> buckets, String account, String operation) {
        return buckets.stream()
                .filter(bucket ->
                        bucket.accountId().equals(account) && bucket.operation().equals(operation))
                .mapToDouble(bucket -> bucket.pausedUntil() == null ? bucket.left() : 0)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Bean
    MeterBinder latencyGauges(Throughput throughput) {
        RecentReading<Latencies> recent =
                new RecentReading<>(() -> throughput.latencies(WINDOW), Clock.systemUTC(), MEASURED);
        return registry -> {
            latency(
                    registry,
                    recent,
                    "hub.import.latency",
                    Latencies::toCommerce,
                    "From Amazon's verification to the Commerce order, imports of the last hour");
            latency(
                    registry,
                    recent,
                    "hub.shipment.latency",
                    Latencies::toAmazon,
                    "From the Commerce shipment to Amazon's acceptance, parcels of the last hour");
        };
    }

    private static void latency(
            MeterRegistry registry,
            RecentReading<Latencies> recent,
            String name,
            Function<Latencies, Optional<Took>> direction,
            String description) {
        quantile(registry, recent, name, "0.5", direction.andThen(took -> took.map(Took::median)), description);
        quantile(registry, recent, name, "0.95", direction.andThen(took -> took.map(Took::p95)), description);
    }

    private static void quantile(
            MeterRegistry registry,
            RecentReading<Latencies> recent,
            String name,
            String quantile,
            Function<Latencies, Optional<Duration>> figure,
            String description) {
        Gauge.builder(
                        name,
                        recent,
                        source -> figure.apply(source.get())
                                .map(Duration::toMillis)
                                .map(millis -> millis / 1000.0)
                                .orElse(Double.NaN))
                .description(description)
                .baseUnit("seconds")
                .tag("quantile", quantile)
                .register(registry);
    }
}
