package io.fulfillmenthub.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is left of Amazon's quotas, as the token buckets tell that all hubs share. */
@Component
public class QuotaReport {

    private static final String BUCKETS = """
            select account_id, operation, rate, burst, paused_until,
                least(burst, greatest(0, tokens + rate * greatest(0, extract(epoch from now() - refilled_at)))) as tokens
            from quota_buckets order by account_id, operation""";

    private final JdbcClient jdbc;
    private final Clock clock;

    QuotaReport(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return every bucket that was used so far, by account and operation */
    public List<Bucket> buckets() {
        Instant now = clock.instant();
        return jdbc.sql(BUCKETS)
                .query((row, number) -> new Bucket(
                        row.getString("account_id"),
                        row.getString("operation"),
                        row.getDouble("tokens"),
                        row.getDouble("burst"),
                        row.getDouble("rate"),
                        Optional.ofNullable(OrderRows.instant(row, "paused_until"))
                                .filter(now::isBefore)
                                .orElse(null),
                        now))
                .list();
    }

    /**
     * One bucket.
     *
     * @param accountId the seller account
     * @param operation such as {@code search-orders}
     * @param tokens requests left
     * @param burst requests when it is full
     * @param rate requests a second that it refills by
     * @param pausedUntil until when Amazon wants no request, null while it takes them
     * @param readAt when it was read
     */
    public record Bucket(
            String accountId,
            String operation,
            double tokens,
            double burst,
            double rate,
            Instant pausedUntil,
            Instant readAt) {

        /** @return whole requests left */
        public long left() {
            return (long) Math.floor(tokens);
        }

        /** @return whether the next request must wait */
        public boolean empty() {
            return tokens < 1 || pausedUntil != null;
        }

        /** @return when the next request may be sent, now while one is left */
        public Instant nextAt() {
            Instant refilled = in(1 - tokens);
            return pausedUntil != null && pausedUntil.isAfter(refilled) ? pausedUntil : refilled;
        }

        /** @return when it is full again if nothing is taken */
        public Instant fullAt() {
            return in(burst - tokens);
        }

        private Instant in(double missing) {
            double seconds =
                    Math.min(Math.max(0, missing) / rate, Duration.ofDays(365).toSeconds());
            return readAt.plus(Duration.ofMillis((long) (seconds * 1000)));
        }
    }
}
