package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderKey;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an operator may do to an order by hand; every action leaves a line in the order's history. */
@Component
public class OperatorActions {

    private static final String RETRY = """
            update orders
            set due_at = now(), attempts = 0, reason = null, note = null, updated_at = now(), adopt_number = null,
                ruling = case when ruling = 'LEAVE' then 'NONE' else ruling end,
                state = case
                    when commerce_order_id is not null then case when state = 'SHIPPED' then state else 'IMPORTED' end
                    when import_started_at is not null then 'IMPORTING'
                    else 'READY'
                end
            where (account_id, amazon_order_id) in (select * from unnest(:accounts, :orders))
                and locked_until <= now() and state not in ('COMPLETED', 'CANCELLED') and document is not null
            returning account_id, amazon_order_id""";
    private static final String RETRY_PACKAGES = """
            update packages
            set due_at = now(), attempts = 0, reason = null, note = null, updated_at = now(),
                released = released or reason = 'CANCEL_REQUESTED', resent = false,
                version = version + case when reason = 'TRACKING_DROPPED' then 1 else 0 end,
                state = case when sent_at is null or reason = 'TRACKING_DROPPED' then 'PENDING' else 'SENT' end
            where (account_id, amazon_order_id) in (select * from unnest(:accounts, :orders))
                and locked_until <= now() and state = 'NEEDS_ATTENTION'""";
    private static final String RETRY_SHIPMENTS = """
            update received_shipments
            set due_at = now(), attempts = 0, reason = null, note = null, updated_at = now(), state = 'WAITING'
            where (account_id, amazon_order_id) in (select * from unnest(:accounts, :orders))
                and locked_until <= now() and state = 'NEEDS_ATTENTION'
                and not exists (select 1 from orders o
                    where o.account_id = received_shipments.account_id
                        and o.amazon_order_id = received_shipments.amazon_order_id
                        and (o.locked_until > now() or o.state in ('COMPLETED', 'CANCELLED') or o.document is null))""";
    private static final String RETRY_DELIVERIES = """
            update deliveries
            set due_at = now(), attempts = 0, reason = null, note = null, updated_at = now(), state = 'PENDING'
            where (account_id, amazon_order_id) in (select * from unnest(:accounts, :orders))
                and locked_until <= now() and state = 'NEEDS_ATTENTION'""";

    private static final String NOTE = """
            insert into history (account_id, amazon_order_id, event, note, actor)
            select *, 'retry', 'Retry asked for', :actor from unnest(:accounts, :orders)""";

    private final JdbcClient database;

    OperatorActions(JdbcClient database) {
        this.database = database;
    }

    /**
     * Makes an order, its parked packages and its parked hand-overs due now, with all attempts back. An order in Commerce
     * stays there; a parcel held because the buyer asks to cancel is confirmed all the same; one whose creation has an unknown outcome is searched before anything is created.
     *
     * @param actor the operator's name, for the history
     */
    @Transactional
    public RetryAnswer retry(OrderKey key, String actor) {
        return retryAll(List.of(key), actor) == 0 ? refusal(key) : RetryAnswer.SCHEDULED;
    }

    /**
     * The same for many orders at once; those that are finished, unreadable or being worked on are left alone. Parked
     * shipments from elsewhere are tried again also while their order is not known.
     *
     * @return how many orders are tried again
     */
    @Transactional
    public int retryAll(List<OrderKey> keys, String actor) {
        List<OrderKey> retried = these(RETRY, keys)
                .query((row, number) -> new OrderKey(row.getString(1), row.getString(2)))
                .list();
        these(RETRY_PACKAGES, retried).update();
        these(RETRY_SHIPMENTS, keys).update();
        these(RETRY_DELIVERIES, retried).update();
        these(NOTE, retried).param("actor", actor).update();
        return retried.size();
    }

    private JdbcClient.StatementSpec these(String sql, List<OrderKey> keys) {
        return database.sql(sql)
                .param("accounts", keys.stream().map(OrderKey::accountId).toArray(String[]::new))
                .param("orders", keys.stream().map(OrderKey::amazonOrderId).toArray(String[]::new));
    }

    private RetryAnswer refusal(OrderKey key) {
        return database.sql("select state, document is null as unreadable from orders"
                        + " where account_id = ? and amazon_order_id = ?")
                .params(key.accountId(), key.amazonOrderId())
                .query((row, number) -> switch (row.getString("state")) {
                    case "COMPLETED", "CANCELLED" -> RetryAnswer.FINISHED;
                    default -> row.getBoolean("unreadable") ? RetryAnswer.UNREADABLE : RetryAnswer.BEING_WORKED_ON;
                })
                .optional()
                .orElse(RetryAnswer.UNKNOWN);
    }
}
