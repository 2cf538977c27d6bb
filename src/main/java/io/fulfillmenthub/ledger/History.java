package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.CallTrail;
import io.fulfillmenthub.order.OrderKey;
import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What happened to an order, for people to read; never personal data. */
@Component
class History {

    private static final String COLUMNS =
            "insert into history (account_id, amazon_order_id, event, note, actor, calls)";

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an event by the hub itself. */
    void add(OrderKey key, String event, String note) {
        add(key, event, note, "hub");
    }

    /**
     * Adds an event, and with it the remote calls that led to it.
     *
     * @param actor the user's name, or {@code hub}
     */
    void add(OrderKey key, String event, String note, String actor) {
        jdbc.sql(COLUMNS + " values (?, ?, ?, ?, ?, ?)")
                .params(key.accountId(), key.amazonOrderId(), event, note, actor, Columns.calls(CallTrail.take()))
                .update();
    }

    /**
     * A change of an order's row and its event in one statement, which counts one where the row was changed.
     *
     * @param change an update of one row, with its parameters still open
     */
    StatementSpec with(String change, String event, String note) {
        return jdbc.sql("with changed as (" + change + " returning account_id, amazon_order_id) " + COLUMNS
                        + " select account_id, amazon_order_id, :event, :told, 'hub', :calls from changed")
                .param("event", event)
                .param("told", note)
                .param("calls", Columns.calls(CallTrail.take()), Types.VARCHAR);
    }
}
