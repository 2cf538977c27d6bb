package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.ReasonCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that waits for a person, by cause and subject, and the retry of a whole group. */
@Component
public class ParkedWork {

    /** All parked work; sentences that differ by nothing but the order's number are one subject. */
    private static final String PARKED = """
            (select account_id, amazon_order_id, kind, reason, subject, since,
                left(md5(kind || '/' || subject), 8) as hash
            from (
                select account_id, amazon_order_id, kind, coalesce(reason, 'HUB_ERROR') as reason, updated_at as since,
                    regexp_replace(coalesce(note, ''), '[0-9]{3}-[0-9]{7}-[0-9]{7}', '…', 'g') as subject
                from (
                    select account_id, amazon_order_id, 'order' as kind, reason, note, updated_at
                    from orders where state = 'NEEDS_ATTENTION'
                    union all
                    select account_id, amazon_order_id, 'package', reason, note, updated_at
                    from packages where state = 'NEEDS_ATTENTION'
                    union all
                    select account_id, amazon_order_id, 'shipment', reason, note, updated_at
                    from received_shipments where state = 'NEEDS_ATTENTION'
                    union all
                    select account_id, amazon_order_id, 'cancellation', reason, note, updated_at
                    from cancellations where state = 'NEEDS_ATTENTION'
                    union all
                    select account_id, amazon_order_id, 'hand-over to ' || subscriber, reason, note, updated_at
                    from deliveries where state = 'NEEDS_ATTENTION') work) told) parked""";

    /** The orders of one cause. */
    static final String ORDERS_OF_CAUSE = "(select account_id, amazon_order_id from " + PARKED
            + " where reason = :causeReason and (:causeSubject::text is null or hash = :causeSubject))";

    private static final String GROUPS = """
            select * from (
                select *, sum(size) over (partition by reason) as reason_size,
                    count(*) over (partition by reason) as reason_groups,
                    row_number() over (partition by reason order by size desc, hash) as place
                from (
                    select reason, hash, min(kind) as kind, min(subject) as sentence, count(*) as size, min(since) as since,
                        (array_agg(account_id order by since))[1] as account_id,
                        (array_agg(amazon_order_id order by since))[1] as amazon_order_id
                    from\s""" + PARKED + """
                     group by reason, hash) grouped) ranked
            where place <= :most order by reason_size desc, reason, place""";

    private final JdbcClient database;
    private final OperatorActions actions;

    ParkedWork(JdbcClient database, OperatorActions actions) {
        this.database = database;
        this.actions = actions;
    }

    /**
     * Lists the groups, the most frequent reason first.
     *
     * @param most how many groups of each reason, the largest ones
     */
    public List<AttentionGroup> groups(int most) {
        return database.sql(GROUPS).param("most", most).query(ParkedWork::group).list();
    }

    /**
     * Retries every order of a cause.
     *
     * @param actor the operator's name, for the history
     * @return how many orders are tried again; those that are being worked on are left alone
     */
    @Transactional
    public int retry(Cause cause, String actor) {
        List<OrderKey> keys = database.sql("select distinct account_id, amazon_order_id from " + ORDERS_OF_CAUSE + " o")
                .param("causeReason", cause.reason().name())
                .param("causeSubject", cause.subject())
                .query((row, number) -> new OrderKey(row.getString(1), row.getString(2)))
                .list();
        return actions.retryAll(keys, actor);
    }

    private static AttentionGroup group(ResultSet row, int number) throws SQLException {
        ReasonCode reason = Cause.of(row.getString("reason")).map(Cause::reason).orElse(ReasonCode.HUB_ERROR);
        return new AttentionGroup(
                new Cause(reason, row.getString("hash")),
                row.getString("kind"),
                row.getString("sentence"),
                row.getLong("size"),
                OrderRows.instant(row, "since"),
                new OrderKey(row.getString("account_id"), row.getString("amazon_order_id")),
                row.getLong("reason_size"),
                row.getLong("reason_groups"));
    }
}
