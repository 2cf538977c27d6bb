package io.fulfillmenthub.amazon;

import io.fulfillmenthub.amazon.AmazonSettings.RateLimit;
import io.fulfillmenthub.order.QuotaExhaustedException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Amazon's quotas as token buckets, one per account and operation, in PostgreSQL so that all nodes share them; the
 * database's clock counts. Settings give the first rate, Amazon's answers correct it.
 */
public class AmazonQuotas {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final double JITTER = 0.25;
    /** A transaction that waited for the row has an older moment than the row: it must not turn the bucket's time back. */
    private static final String REFILLED =
            "least(burst, tokens + rate * greatest(0, extract(epoch FROM clock.moment - refilled_at)))";

    /**
     * A bucket that was full begins to refill a little later than the hub counts: Amazon counts when a request arrives, and
     * the first one of a burst may have travelled longer than those after it.
     */
    private static final String SINCE_FULL = "greatest(refilled_at, clock.moment + make_interval(secs => greatest(0,"
            + " least(2, 1.5 / rate, extract(epoch FROM clock.moment - refilled_at) - (burst - tokens) / rate))))";

    private static final String AT_ONCE = " FROM (SELECT clock_timestamp() AS moment) AS clock"
            + " WHERE account_id = :account AND operation = :operation";
    private static final String CREATE = """
            INSERT INTO quota_buckets (account_id, operation, tokens, rate, burst, refilled_at)
            VALUES (:account, :operation, :burst, :rate, :burst, clock_timestamp() - interval '1 minute')
            ON CONFLICT (account_id, operation) DO UPDATE SET rate = excluded.rate, burst = excluded.burst,
            tokens = least(quota_buckets.tokens, excluded.burst)""";
    private static final String TAKE = "UPDATE quota_buckets SET tokens = " + REFILLED
            + " - 1, refilled_at = " + SINCE_FULL + AT_ONCE + " AND " + REFILLED
            + " >= 1 + burst * :reserve AND (paused_until IS NULL OR paused_until <= clock.moment)";
    private static final String WAIT = "SELECT greatest((1 + burst * :reserve - " + REFILLED
            + ") / rate + greatest(0, extract(epoch FROM refilled_at - clock.moment)),"
            + " extract(epoch FROM paused_until - clock.moment), 0.001) FROM quota_buckets,"
            + " (SELECT clock_timestamp() AS moment) AS clock WHERE account_id = :account AND operation = :operation";
    private static final String LEARN = "UPDATE quota_buckets SET tokens = " + REFILLED
            + ", refilled_at = greatest(refilled_at, clock.moment), rate = :rate" + AT_ONCE + " AND rate <> :rate";
    private static final String PAUSE = "UPDATE quota_buckets SET tokens = 0,"
            + " refilled_at = greatest(refilled_at, clock.moment), paused_until = greatest(paused_until,"
            + " clock.moment + make_interval(secs => :seconds))" + AT_ONCE;
    private static final String RATE =
            "SELECT rate FROM quota_buckets WHERE account_id = :account AND operation = :operation";

    private final JdbcClient jdbc;
    private final AmazonSettings settings;
    private final Map<Lane, Double> rates = new ConcurrentHashMap<>();

    AmazonQuotas(JdbcClient jdbc, AmazonSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Takes one request; where a quota refills quickly it waits up to a second for it.
     *
     * @throws QuotaExhaustedException with the wait for the next one
     */
    public void take(String accountId, AmazonOperation operation) {
        take(accountId, operation, 0);
    }

    /**
     * Takes one request for work that can wait.
     *
     * @param reserve the share of the burst that is left to others, such as 0.25
     * @throws QuotaExhaustedException with the wait for the next one
     */
    public void take(String accountId, AmazonOperation operation, double reserve) {
        Lane lane = new Lane(accountId, operation);
        rates.computeIfAbsent(lane, this::create);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (on(lane, TAKE).param("reserve", reserve).update() == 0) {
            Duration wait = waitFor(lane, reserve);
            if (!operation.quick() || System.nanoTime() + wait.toNanos() > deadline) {
                throw new QuotaExhaustedException(operation.id(), wait);
            }
            LockSupport.parkNanos(wait.toNanos());
        }
    }

    /**
     * Takes over the rate that Amazon reports.
     *
     * @param requestsPerSecond {@code x-amzn-RateLimit-Limit}; anything but a positive number is ignored
     */
    public void learn(String accountId, AmazonOperation operation, String requestsPerSecond) {
        Lane lane = new Lane(accountId, operation);
        positive(requestsPerSecond)
                .filter(rate -> !rate.equals(rates.put(lane, rate)))
                .ifPresent(rate -> on(lane, LEARN).param("rate", rate).update());
    }

    /** Empties the bucket and lets nobody take from it for a while: Amazon counts differently than the hub. */
    public void pause(String accountId, AmazonOperation operation, Duration duration) {
        on(new Lane(accountId, operation), PAUSE)
                .param("seconds", duration.toMillis() / 1000.0)
                .update();
    }

    /**
     * Pauses after Amazon said 429, for the time of one request and up to a quarter more by chance.
     *
     * @return the pause
     */
    public Duration refused(String accountId, AmazonOperation operation) {
        double rate = on(new Lane(accountId, operation), RATE)
                .query(Double.class)
                .optional()
                .orElse(settings.rateLimits().of(operation).rate());
        double seconds = (1 + JITTER * ThreadLocalRandom.current().nextDouble()) / rate;
        Duration pause = Duration.ofMillis((long) Math.ceil(seconds * 1000));
        pause(accountId, operation, pause);
        return pause;
    }

    private Duration waitFor(Lane lane, double reserve) {
        Optional<Double> seconds =
                on(lane, WAIT).param("reserve", reserve).query(Double.class).optional();
        if (seconds.isEmpty()) {
            create(lane);
        }
        return Duration.ofNanos((long) (seconds.orElse(0.001) * 1e9));
    }

    private Double create(Lane lane) {
        RateLimit limit = settings.rateLimits().of(lane.operation);
        on(lane, CREATE)
                .param("rate", limit.rate())
                .param("burst", limit.burst())
                .update();
        return limit.rate();
    }

    private StatementSpec on(Lane lane, String sql) {
        return jdbc.sql(sql).param("account", lane.accountId).param("operation", lane.operation.id());
    }

    private static Optional<Double> positive(String text) {
        try {
            double number = Double.parseDouble(text.strip());
            return number > 0 && Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private record Lane(String accountId, AmazonOperation operation) {}
}
