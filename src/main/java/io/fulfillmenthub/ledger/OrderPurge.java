package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.OrderKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes what was kept long enough, in small batches that wait for nobody: old errors, then personal data of orders that
 * ended, in one walk along all orders. The same walk seals anew what is plain or sealed with an older key.
 */
@Component("orderPurge")
public class OrderPurge {

    private static final Logger LOG = LoggerFactory.getLogger(OrderPurge.class);
    private static final int BATCH = 200;

    private static final String OVER = """
            (purged_at is null and (erasure_requested_at is not null and finished_at is not null
                or coalesce(finished_at, case when amazon_status in ('SHIPPED', 'CANCELLED', 'UNFULFILLABLE')
                    then last_updated end) < :before) is true)""";
    private static final String NEXT_ORDERS = """
            select account_id, amazon_order_id, document, %s as over from orders
            where (account_id, amazon_order_id) > (:account, :order) and document is not null and locked_until <= now()
                and (sealed_with is distinct from :sealedWith or %s)
            order by account_id, amazon_order_id limit :batch for update skip locked""".formatted(OVER, OVER);
    private static final String OLD_ERRORS =
            "delete from remote_errors where id in (select id from remote_errors where at < :before limit :batch)";
    private static final String OLD_WITHHELD = OLD_ERRORS.replace("remote_errors", "withheld_requests");

    private final JdbcClient jdbc;
    private final PersonalColumns columns;
    private final History history;
    private final Retention retention;
    private final Clock clock;
    private Optional<OrderKey> reached = Optional.empty();

    OrderPurge(JdbcClient jdbc, PersonalColumns columns, History history, Retention retention, Clock clock) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.history = history;
        this.retention = retention;
        this.clock = clock;
    }

    /** @return how many rows this batch changed; 0 when nothing is left to do, and the next call begins anew */
    @Transactional
    public synchronized int next() {
        Optional<OrderKey> from = reached;
        reached = Optional.empty();
        int removed = remove(OLD_ERRORS) + remove(OLD_WITHHELD);
        if (removed > 0) {
            reached = from;
            return removed;
        }
        List<Step> steps = walk(from);
        long purged = steps.stream().filter(Step::over).count();
        if (purged > 0) {
            LOG.info("order-purge removed the personal data of {} orders", purged);
        }
        reached = steps.stream().map(Step::key).reduce((earlier, last) -> last);
        return steps.size();
    }

    private int remove(String old) {
        return jdbc.sql(old)
                .param("before", time(clock.instant().minus(retention.errors())))
                .param("batch", BATCH)
                .update();
    }

    private List<Step> walk(Optional<OrderKey> from) {
        return jdbc.sql(NEXT_ORDERS)
                .param("account", from.map(OrderKey::accountId).orElse(""))
                .param("order", from.map(OrderKey::amazonOrderId).orElse(""))
                .param("before", time(clock.instant().minus(retention.personalData())))
                .param("sealedWith", columns.newestKey())
                .param("batch", BATCH)
                .query((row, number) -> {
                    OrderKey key = new OrderKey(row.getString("account_id"), row.getString("amazon_order_id"));
                    Step step = new Step(key, row.getBoolean("over"));
                    take(step, row.getString("document"));
                    return step;
                })
                .list();
    }

    private void take(Step step, String document) {
        if (step.over()) {
            columns.remove(step.key(), document);
            history.add(step.key(), "PERSONAL_DATA_REMOVED", "The time to keep personal data is over");
        } else {
            columns.sealAnew(step.key(), document);
        }
    }

    private record Step(OrderKey key, boolean over) {}
}
