package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.OrderKey;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes what was kept long enough, in small batches that wait for nobody: personal data of orders that ended, old errors.
 * The same walk seals anew what is plain or sealed with an older key.
 */
@Component("orderPurge")
public class OrderPurge {

    private static final Logger LOG = LoggerFactory.getLogger(OrderPurge.class);
    private static final int BATCH = 200;

    private static final String ENDED = """
            select account_id, amazon_order_id, document from orders
            where purged_at is null and document is not null and locked_until <= now()
                and (coalesce(finished_at, case when amazon_status in ('SHIPPED', 'CANCELLED', 'UNFULFILLABLE')
                        then last_updated end) < :before
                    or erasure_requested_at is not null and finished_at is not null)
            order by account_id, amazon_order_id limit :batch for update skip locked""";
    private static final String OLD_ERRORS =
            "delete from remote_errors where id in (select id from remote_errors where at < :before limit :batch)";
    private static final String OLD_WITHHELD = OLD_ERRORS.replace("remote_errors", "withheld_requests");

    private final JdbcClient jdbc;
    private final PersonalColumns columns;
    private final History history;
    private final Retention retention;
    private final Clock clock;

    OrderPurge(JdbcClient jdbc, PersonalColumns columns, History history, Retention retention, Clock clock) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.history = history;
        this.retention = retention;
        this.clock = clock;
    }

    /** @return how many rows this batch changed; 0 when nothing is left to do */
    @Transactional
    public int next() {
        int purged = purge();
        int errors = jdbc.sql(OLD_ERRORS)
                .param("before", time(clock.instant().minus(retention.errors())))
                .param("batch", BATCH)
                .update();
        int withheld = jdbc.sql(OLD_WITHHELD)
                .param("before", time(clock.instant().minus(retention.errors())))
                .param("batch", BATCH)
                .update();
        return purged + errors + withheld + columns.sealAnew(BATCH);
    }

    private int purge() {
        List<OrderKey> ended = jdbc.sql(ENDED)
                .param("before", time(clock.instant().minus(retention.personalData())))
                .param("batch", BATCH)
                .query((row, number) -> {
                    OrderKey key = new OrderKey(row.getString("account_id"), row.getString("amazon_order_id"));
                    columns.remove(key, row.getString("document"));
                    return key;
                })
                .list();
        ended.forEach(key -> history.add(key, "PERSONAL_DATA_REMOVED", "The time to keep personal data is over"));
        if (!ended.isEmpty()) {
            LOG.info("order-purge removed the personal data of {} orders", ended.size());
        }
        return ended.size();
    }
}
