package io.fulfillmenthub.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What Amazon still has to be told: per account, with the time at which the quota lets it be done, and what gets late. */
@Component
public class ShipmentBacklog {

    private static final String ACCOUNTS = """
            select p.account_id, count(*) filter (where p.state = 'PENDING') as waiting,
                count(*) filter (where p.state = 'SENT') as unproven,
                coalesce(max(q.rate), 2) as rate,
                coalesce(max(least(q.burst, q.tokens + q.rate * extract(epoch from now() - q.refilled_at))), 0) as tokens
            from packages p
            left join quota_buckets q on q.account_id = p.account_id and q.operation = 'confirm-shipment'
            where p.due_at is not null and p.state in ('PENDING', 'SENT')
            group by p.account_id order by p.account_id""";

    private static final String DEADLINES = """
            select count(*) filter (where latest_ship_time < now()),
                count(*) filter (where latest_ship_time between now() and now() + interval '4 hours'),
                count(*) filter (where latest_ship_time between now() and now() + interval '24 hours')
            from orders
            where latest_ship_time < now() + interval '24 hours' and\s""" + OrderCondition.UNSHIPPED;

    private final JdbcClient jdbc;
    private final Clock clock;

    ShipmentBacklog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the backlog of this moment */
    public Reading read() {
        Instant now = clock.instant();
        List<Account> accounts = jdbc.sql(ACCOUNTS)
                .query((row, number) -> Account.of(
                        row.getString(1), row.getLong(2), row.getLong(3), row.getDouble(4), row.getDouble(5), now))
                .list();
        Deadlines deadlines = jdbc.sql(DEADLINES)
                .query((row, number) -> new Deadlines(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
        return new Reading(accounts, deadlines);
    }

    /**
     * The backlog of one moment.
     *
     * @param accounts accounts with parcels on their way
     * @param deadlines orders to be shipped by their latest ship time
     */
    public record Reading(List<Account> accounts, Deadlines deadlines) {

        /** @return parcels of the account that Amazon has not been told of */
        public long waiting(String accountId) {
            return accounts.stream()
                    .filter(account -> account.accountId().equals(accountId))
                    .mapToLong(Account::waiting)
                    .sum();
        }
    }

    /**
     * The parcels of one account.
     *
     * @param accountId the account
     * @param waiting parcels that Amazon has not been told of
     * @param unproven parcels that Amazon accepted and does not show yet
     * @param perSecond how many a second the quota allows
     * @param clearsAt when the last waiting one is told, at that pace
     */
    public record Account(String accountId, long waiting, long unproven, double perSecond, Instant clearsAt) {

        static Account of(String id, long waiting, long unproven, double rate, double tokens, Instant now) {
            double seconds = Math.max(0, waiting - tokens) / rate;
            return new Account(id, waiting, unproven, rate, now.plus(Duration.ofMillis((long) (seconds * 1000))));
        }
    }

    /**
     * Orders that are not shipped at Amazon yet, by their latest ship time.
     *
     * @param missed it has passed
     * @param within4Hours it comes within four hours
     * @param within24Hours it comes within a day, those of four hours included
     */
    public record Deadlines(long missed, long within4Hours, long within24Hours) {}
}
