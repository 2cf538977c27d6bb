package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many orders and parcels went through in the last day, and how long they took; every query is bounded by an index. */
@Component
public class Throughput {

    private static final int HOURS = 24;

    private static final String BY_HOUR = """
            select hour,
                (select count(*) from orders where imported_at >= hour and imported_at < hour + interval '1 hour') as imported,
                (select count(*) from packages where sent_at >= hour and sent_at < hour + interval '1 hour') as shipped
            from generate_series(:first::timestamptz, :last::timestamptz, interval '1 hour') as hour order by hour""";

    private static final String PERCENTILES = """
            select count(*) as times, percentile_cont(0.5) within group (order by seconds) as median,
                percentile_cont(0.95) within group (order by seconds) as p95
            from (%s order by %s desc limit 5000) recent""";
    private static final String TO_COMMERCE = PERCENTILES.formatted("""
            select greatest(0, extract(epoch from imported_at - verified_at)) as seconds from orders
            where imported_at >= :since and verified_at is not null and fulfilled_by = 'MERCHANT'""", "imported_at");
    private static final String TO_AMAZON = PERCENTILES.formatted("""
            select greatest(0, extract(epoch from sent_at - shipped_at)) as seconds from packages
            where sent_at >= :since""", "sent_at");

    private final JdbcClient jdbc;
    private final Clock clock;

    Throughput(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the last 24 hours, the running one included, as they are at this moment */
    public Reading read() {
        Instant now = clock.instant();
        Instant last = now.truncatedTo(ChronoUnit.HOURS);
        List<Hour> hours = jdbc.sql(BY_HOUR)
                .param("first", time(last.minus(HOURS - 1, ChronoUnit.HOURS)))
                .param("last", time(last))
                .query((row, number) ->
                        new Hour(OrderRows.instant(row, "hour"), row.getLong("imported"), row.getLong("shipped")))
                .list();
        Instant since = now.minus(HOURS, ChronoUnit.HOURS);
        return new Reading(hours, took(TO_COMMERCE, since), took(TO_AMAZON, since));
    }

    /** @return how long imports and confirmations took that ended within the last time of that length */
    public Latencies latencies(Duration window) {
        Instant since = clock.instant().minus(window);
        return new Latencies(took(TO_COMMERCE, since), took(TO_AMAZON, since));
    }

    private Optional<Took> took(String sql, Instant since) {
        return jdbc.sql(sql)
                .param("since", time(since))
                .query((row, number) -> row.getLong("times") == 0
                        ? Optional.<Took>empty()
                        : Optional.of(new Took(
                                row.getLong("times"), seconds(row.getDouble("median")), seconds(row.getDouble("p95")))))
                .single();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /**
     * The last day.
     *
     * @param hours its hours, oldest first
     * @param toCommerce from Amazon's verification of a merchant-fulfilled order to its import
     * @param toAmazon from a shipment in Commerce to its confirmation at Amazon
     */
    public record Reading(List<Hour> hours, Optional<Took> toCommerce, Optional<Took> toAmazon) {}

    /**
     * How long both directions took.
     *
     * @param toCommerce from Amazon's verification of a merchant-fulfilled order to its import
     * @param toAmazon from a shipment in Commerce to its confirmation at Amazon
     */
    public record Latencies(Optional<Took> toCommerce, Optional<Took> toAmazon) {}

    /**
     * One hour.
     *
     * @param start its first instant
     * @param imported orders that came into Commerce
     * @param shipped parcels that Amazon was told of
     */
    public record Hour(Instant start, long imported, long shipped) {}

    /**
     * How long something took.
     *
     * @param times how often it was measured, at most the last 5000 times
     * @param median half of them took no longer
     * @param p95 19 of 20 took no longer
     */
    public record Took(long times, Duration median, Duration p95) {}
}
