package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OutgoingRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changing requests that read-only mode recorded, without personal data. */
@Component
public class WithheldRequests {

    private static final String ADD = """
            insert into withheld_requests as w (account_id, amazon_order_id, side, operation, method, url, content)
            values (:account, :order, :side, :operation, :method, :url, :content)
            on conflict (account_id, amazon_order_id, operation, url) do update
                set content = excluded.content, at = now(), released_at = null
            returning xmax = 0 as added""";

    private final JdbcClient jdbc;
    private final History history;
    private final Redaction redaction = new Redaction();

    WithheldRequests(JdbcClient jdbc, History history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** Records a request; an earlier one of the same kind is replaced. */
    void add(OutgoingRequest request) {
        OrderKey key = request.key();
        boolean added = jdbc.sql(ADD)
                .param("account", key.accountId())
                .param("order", key.amazonOrderId())
                .param("side", request.side())
                .param("operation", request.operation())
                .param("method", request.method())
                .param("url", request.url())
                .param("content", redaction.of(request.content()))
                .query(Boolean.class)
                .single();
        if (added) {
            history.add(key, "WITHHELD", request.operation() + " is recorded, not sent: the hub is in read-only mode");
        }
    }

    /** Lets withheld work go on. */
    void release(List<String> tables) {
        for (String table : tables) {
            jdbc.sql("update " + table + " set due_at = now(), reason = null, note = null, updated_at = now()"
                            + " where reason = 'READ_ONLY'")
                    .update();
        }
        jdbc.sql("update withheld_requests set released_at = now() where released_at is null")
                .update();
    }

    /** @return how many requests wait for the end of read-only mode */
    long waiting() {
        return jdbc.sql("select count(*) from withheld_requests where released_at is null")
                .query(Long.class)
                .single();
    }

    /** @return the newest requests, newest first */
    public List<WithheldEntry> newest(int most) {
        return jdbc.sql("select * from withheld_requests order by at desc, id desc limit ?")
                .param(most)
                .query(WithheldRequests::entry)
                .list();
    }

    /** @return an order's requests, oldest first */
    public List<WithheldEntry> of(OrderKey key) {
        return jdbc.sql("select * from withheld_requests where account_id = ? and amazon_order_id = ? order by id")
                .params(key.accountId(), key.amazonOrderId())
                .query(WithheldRequests::entry)
                .list();
    }

    private static WithheldEntry entry(ResultSet row, int number) throws SQLException {
        return new WithheldEntry(
                OrderRows.instant(row, "at"),
                row.getString("account_id"),
                row.getString("amazon_order_id"),
                row.getString("side"),
                row.getString("operation"),
                row.getString("method"),
                row.getString("url"),
                row.getString("content"),
                OrderRows.instant(row, "released_at"));
    }
}
