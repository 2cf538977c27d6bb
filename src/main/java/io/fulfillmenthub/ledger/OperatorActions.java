package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an operator may do to an order by hand; every action leaves a line in the order's history. */
@Component
public class OperatorActions {

    private static final String RETRY = """
            update orders
            set due_at = now(), attempts = 0, reason = null, note = null, updated_at = now(),
                state = case
                    when commerce_order_id is not null then case when state = 'SHIPPED' then state else 'IMPORTED' end
                    when import_started_at is not null then 'IMPORTING'
                    else 'READY'
                end
            where account_id = :account and amazon_order_id = :order
                and locked_until <= now() and state not in ('COMPLETED', 'CANCELLED') and document is not null""";
    private static final String RETRY_PACKAGES = """
            update packages
            set due_at = now(), attempts = 0, reason = null, note = null, updated_at = now(),
                released = released or reason = 'CANCEL_REQUESTED', resent = false,
                version = version + case when reason = 'TRACKING_DROPPED' then 1 else 0 end,
                state = case when sent_at is null or reason = 'TRACKING_DROPPED' then 'PENDING' else 'SENT' end
            where account_id = :account and amazon_order_id = :order
                and locked_until <= now() and state = 'NEEDS_ATTENTION'""";
    private static final String RETRY_SHIPMENTS = """
            update received_shipments
            set due_at = now(), attempts = 0, reason = null, note = null, updated_at = now(), state = 'WAITING'
            where account_id = :account and amazon_order_id = :order
                and locked_until <= now() and state = 'NEEDS_ATTENTION'""";
    private static final String RETRY_DELIVERIES = """
            update deliveries
            set due_at = now(), attempts = 0, reason = null, note = null, updated_at = now(), state = 'PENDING'
            where account_id = :account and amazon_order_id = :order
                and locked_until <= now() and state = 'NEEDS_ATTENTION'""";

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
        if (update(RETRY, key) == 0) {
            return refusal(key);
        }
        update(RETRY_PACKAGES, key);
        update(RETRY_SHIPMENTS, key);
        update(RETRY_DELIVERIES, key);
        database.sql("insert into history (account_id, amazon_order_id, event, note, actor) values (?, ?, ?, ?, ?)")
                .params(key.accountId(), key.amazonOrderId(), "retry", "Retry asked for", actor)
                .update();
        return RetryAnswer.SCHEDULED;
    }

    private int update(String sql, OrderKey key) {
        return database.sql(sql)
                .param("account", key.accountId())
                .param("order", key.amazonOrderId())
                .update();
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
