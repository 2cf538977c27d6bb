package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The erasure of one buyer on request: at once for orders that ended, at their end for the others. */
@Component
public class Erasure {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    private final JdbcClient jdbc;
    private final PersonalColumns columns;
    private final BuyerIndex index;
    private final History history;
    private final Clock clock;

    Erasure(JdbcClient jdbc, PersonalColumns columns, BuyerIndex index, History history, Clock clock) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.index = index;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Erases the buyer of one order.
     *
     * @param operator who asked for it, for the history
     * @return what became of the order; no order when it is unknown
     */
    @Transactional
    public ErasureProof eraseOrder(OrderKey key, String operator) {
        return erase(
                jdbc.sql(select("account_id = ? and amazon_order_id = ?")).params(key.accountId(), key.amazonOrderId()),
                operator);
    }

    /**
     * Erases every order with that e-mail, in any case.
     *
     * @param operator who asked for it, for the history
     * @return what became of the orders; no order when none has it
     */
    @Transactional
    public ErasureProof eraseEmail(String email, String operator) {
        int sealed = columns.sealAnew(Integer.MAX_VALUE);
        LOG.debug("{} orders were sealed anew before the erasure", sealed);
        return erase(
                jdbc.sql(select("buyer_email_token in (:tokens)")).param("tokens", index.emailTokens(email)), operator);
    }

    private static String select(String condition) {
        return "select account_id, amazon_order_id, commerce_order_number, document, purged_at is not null as gone,"
                + " finished_at is not null and locked_until <= now() as ended from orders where " + condition
                + " order by account_id, amazon_order_id for update";
    }

    private ErasureProof erase(JdbcClient.StatementSpec orders, String operator) {
        List<Found> found = orders.query((row, number) -> new Found(
                        new OrderKey(row.getString("account_id"), row.getString("amazon_order_id")),
                        row.getString("commerce_order_number"),
                        row.getString("document"),
                        row.getBoolean("gone"),
                        row.getBoolean("ended")))
                .list();
        Instant now = clock.instant();
        List<ErasureProof.Entry> entries =
                found.stream().map(order -> erase(order, operator)).toList();
        LOG.info("erasure of {} orders asked for by {}", found.size(), operator);
        return new ErasureProof(now, operator, entries);
    }

    private ErasureProof.Entry erase(Found order, String operator) {
        jdbc.sql("update orders set erasure_requested_at = coalesce(erasure_requested_at, now())"
                        + " where account_id = ? and amazon_order_id = ?")
                .params(order.key().accountId(), order.key().amazonOrderId())
                .update();
        if (order.ended() && !order.gone()) {
            columns.remove(order.key(), order.document());
        }
        boolean erased = order.ended() || order.gone();
        String note = erased ? "The hub keeps nothing of the buyer" : "Erased as soon as the order has ended";
        history.add(order.key(), erased ? "PERSONAL_DATA_REMOVED" : "ERASURE_REQUESTED", note, operator);
        return new ErasureProof.Entry(
                order.key().accountId(), order.key().amazonOrderId(), order.commerceNumber(), erased, note);
    }

    private record Found(OrderKey key, String commerceNumber, String document, boolean gone, boolean ended) {

        @Override
        public String toString() {
            return "Found[" + key + "]";
        }
    }
}
