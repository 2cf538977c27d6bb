package io.fulfillmenthub.sandbox;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Amazon's token buckets, one for each account and operation. */
@Component
@Profile("sandbox")
public class AmazonQuotas {

    private final boolean on;
    private final double factor;
    private final Clock clock;
    private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();
    private final LongAdder refusals = new LongAdder();

    AmazonQuotas(SandboxSettings settings, ObjectProvider<Clock> clock) {
        this.on = settings.amazon().quotas() == SandboxSettings.Quotas.DOCUMENTED;
        this.factor = settings.amazon().quotaFactor();
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /** @return the requests refused with 429 so far */
    public long refusals() {
        return refusals.sum();
    }

    void spend(SandboxSettings.Account account, AmazonOperation operation) {
        if (on && !bucket(account, operation).take(clock.instant(), operation.rate() * factor, operation.burst())) {
            refusals.increment();
            throw AmazonRefusal.overQuota();
        }
    }

    String limit(AmazonOperation operation) {
        return new BigDecimal(Double.toString(operation.rate()))
                .multiply(new BigDecimal(Double.toString(factor)))
                .stripTrailingZeros()
                .toPlainString();
    }

    private Bucket bucket(SandboxSettings.Account account, AmazonOperation operation) {
        return buckets.computeIfAbsent(
                new Key(account.id(), operation), key -> new Bucket(operation.burst(), clock.instant()));
    }

    private record Key(String account, AmazonOperation operation) {}

    private static final class Bucket {

        private double tokens;
        private Instant filled;

        private Bucket(double tokens, Instant filled) {
            this.tokens = tokens;
            this.filled = filled;
        }

        private synchronized boolean take(Instant now, double rate, int burst) {
            double seconds = Math.max(0, Duration.between(filled, now).toNanos() / 1e9);
            tokens = Math.min(burst, tokens + seconds * rate);
            filled = now;
            if (tokens < 1 - 1e-9) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
