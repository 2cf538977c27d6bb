package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.instant;

import io.fulfillmenthub.order.CancelReason;
import io.fulfillmenthub.order.DueCancellation;
import io.fulfillmenthub.order.FeedReport;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.Rehearsal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cancellations that merchants asked for, from the wish to Amazon's own result. */
@Component("cancellations")
public class Cancellations {

    private static final Logger LOG = LoggerFactory.getLogger(Cancellations.class);

    static final String FENCE = " where account_id = :account and amazon_order_id = :order and attempt = :attempt";
    private static final String ASK = """
            insert into cancellations as c (account_id, amazon_order_id, cancel_reason, asked_by)
            values (:account, :order, :reason, :operator)
            on conflict (account_id, amazon_order_id) do update set cancel_reason = excluded.cancel_reason,
                asked_by = excluded.asked_by, asked_at = now(), asks = c.asks + 1, state = 'PENDING', begun_at = null, feed_id = null,
                reason = null, note = null, attempts = 0, due_at = now(), updated_at = now()
            where c.state = 'NEEDS_ATTENTION' and c.locked_until <= now()""";
    private static final String POSSIBLE = """
            select amazon_status, fulfilled_by = 'MERCHANT' and amazon_status = 'UNSHIPPED' and document is not null
                and not exists (select 1 from packages p where p.account_id = o.account_id
                    and p.amazon_order_id = o.amazon_order_id and p.state in ('SENT', 'CONFIRMED')) as possible
            from orders o where account_id = ? and amazon_order_id = ? for update""";

    private final JdbcClient jdbc;
    private final OrderDocuments documents;
    private final History history;
    private final Attentions attentions;
    private final Duration look;
    private final ClaimedWork work;

    Cancellations(
            JdbcClient jdbc,
            OrderDocuments documents,
            History history,
            Attentions attentions,
            LedgerSettings settings,
            ClaimedWork work) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.history = history;
        this.attentions = attentions;
        this.look = settings.proofDelay();
        this.work = work;
    }

    /**
     * Keeps a merchant's wish; the feed follows.
     *
     * @param operator who asks: a user, or {@code Commerce}
     */
    @Transactional
    public CancelAnswer ask(OrderKey key, CancelReason reason, String operator) {
        CancelAnswer answer = answer(key);
        if (answer != CancelAnswer.ASKED) {
            return answer;
        }
        int rows = jdbc.sql(ASK)
                .param("account", key.accountId())
                .param("order", key.amazonOrderId())
                .param("reason", reason.name())
                .param("operator", operator)
                .update();
        if (rows == 0) {
            return CancelAnswer.ASKED_BEFORE;
        }
        history.add(key, "CANCELLATION_ASKED", "Amazon is told to cancel the order: " + reason.amazon(), operator);
        return answer;
    }

    /** @return the cancellation that {@link #ask} would keep, for a dry run; nothing is kept */
    List<DueCancellation> rehearsed(Order order, CancelReason reason) {
        OrderKey key = order.key();
        boolean open = answer(key) == CancelAnswer.ASKED
                && jdbc.sql("select count(*) from cancellations where account_id = ? and amazon_order_id = ?"
                                        + " and state <> 'NEEDS_ATTENTION'")
                                .params(key.accountId(), key.amazonOrderId())
                                .query(Long.class)
                                .single()
                        == 0;
        return open ? List.of(new DueCancellation(order, reason, 1, null, null, Rehearsal.NO_CLAIM)) : List.of();
    }

    /** @return the claimed cancellations */
    public List<DueCancellation> due(List<Map<String, Object>> rows) {
        return work.take(rows.stream()
                .map(row -> new DueCancellation(
                        documents.read((String) row.get("document")),
                        CancelReason.valueOf((String) row.get("cancel_reason")),
                        (Integer) row.get("asks"),
                        instant(row.get("begun_at")),
                        (String) row.get("feed_id"),
                        (Long) row.get("attempt")))
                .toList());
    }

    /** Records what Amazon says: done, refused, or another look later. */
    @Transactional
    public void judged(FeedReport report) {
        if (report.unfinished()) {
            end(report, "SUBMITTED", null, null, look);
            return;
        }
        String feed = "feed " + report.due().feedId();
        if (report.accepted()) {
            end(report, "DONE", null, null, null);
            history.add(report.due().key(), "CANCELLATION_ACCEPTED", "Amazon accepted " + feed);
            LOG.info("cancellation-send {} accepted", report.due().key());
            return;
        }
        String why = report.refusal() == null ? "it ended as " + report.status() : report.refusal();
        String note = "Amazon did not cancel the order (" + feed + "): " + why;
        end(report, "NEEDS_ATTENTION", ReasonCode.AMAZON_REFUSED, note, null);
        history.add(report.due().key(), "NEEDS_ATTENTION", note);
        attentions.raise(report.due(), ReasonCode.AMAZON_REFUSED, note);
        LOG.warn("{} {}", report.due().key(), note);
    }

    private CancelAnswer answer(OrderKey key) {
        return jdbc.sql(POSSIBLE)
                .params(key.accountId(), key.amazonOrderId())
                .query((row, number) -> "CANCELLED".equals(row.getString(1))
                        ? CancelAnswer.FINISHED
                        : row.getBoolean(2) ? CancelAnswer.ASKED : CancelAnswer.NOT_POSSIBLE)
                .optional()
                .orElse(CancelAnswer.UNKNOWN);
    }

    private void end(FeedReport report, String state, ReasonCode reason, String note, Duration again) {
        int rows = bind(
                        jdbc,
                        "update cancellations set state = :state, reason = :reason, note = :note, attempts = 0,"
                                + " locked_until = '-infinity', updated_at = now(),"
                                + " due_at = now() + make_interval(secs => :again)" + FENCE,
                        report.due())
                .param("state", state)
                .param("reason", reason == null ? null : reason.name())
                .param("note", note)
                .param("again", again == null ? null : again.toMillis() / 1000.0)
                .update();
        require(rows, report.due());
    }

    /** @return the statement about the claimed cancellation */
    static StatementSpec bind(JdbcClient jdbc, String sql, DueCancellation due) {
        return jdbc.sql(sql)
                .param("account", due.key().accountId())
                .param("order", due.key().amazonOrderId())
                .param("attempt", due.attempt());
    }

    static void require(int rows, DueCancellation due) {
        if (rows == 0) {
            throw new ClaimLostException(due.key());
        }
    }
}
