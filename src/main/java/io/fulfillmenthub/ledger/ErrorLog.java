package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.OrderKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The communication-error log for reading; {@link RemoteErrors} writes it. */
@Component
public class ErrorLog {

    private static final String CHOSEN = """
             from remote_errors
            where (:side::text is null or side = :side) and (:account::text is null or account_id = :account)
                and (:operation::text is null or operation = :operation) and (:code::text is null or code = :code)
                and (:from::timestamptz is null or at >= :from) and (:to::timestamptz is null or at <= :to)""";

    private final JdbcClient jdbc;

    ErrorLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lists errors, newest first.
     *
     * @param page the page, from 0
     * @param size errors in a page, positive
     */
    @Transactional(readOnly = true)
    public ErrorList find(ErrorFilter filter, int page, int size) {
        MapSqlParameterSource values = new MapSqlParameterSource()
                .addValue("side", filter.side())
                .addValue("account", filter.account())
                .addValue("operation", filter.operation())
                .addValue("code", filter.code())
                .addValue("from", time(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("to", time(filter.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("size", size)
                .addValue("offset", (long) page * size);
        long total = jdbc.sql("select count(*)" + CHOSEN)
                .paramSource(values)
                .query(Long.class)
                .single();
        return new ErrorList(
                jdbc.sql("select *" + CHOSEN + " order by id desc limit :size offset :offset")
                        .paramSource(values)
                        .query(ErrorLog::entry)
                        .list(),
                total);
    }

    /** @return the operations that went wrong, by name */
    public List<String> operations() {
        return jdbc.sql("select distinct operation from remote_errors order by operation")
                .query(String.class)
                .list();
    }

    /** @return what went wrong with the calls for one order, oldest first, the newest 200 at most */
    @Transactional(readOnly = true)
    public List<ErrorEntry> of(OrderKey key) {
        return jdbc.sql("select * from (select * from remote_errors where account_id = ? and amazon_order_id = ?"
                        + " order by id desc limit 200) newest order by id")
                .params(key.accountId(), key.amazonOrderId())
                .query(ErrorLog::entry)
                .list();
    }

    private static ErrorEntry entry(ResultSet row, int number) throws SQLException {
        return new ErrorEntry(
                OrderRows.instant(row, "at"),
                row.getString("side"),
                row.getString("account_id"),
                row.getString("region"),
                row.getString("amazon_order_id"),
                row.getString("operation"),
                row.getInt("status"),
                row.getString("code"),
                row.getString("message"),
                row.getString("request_id"),
                Columns.calls(row.getString("calls")));
    }
}
