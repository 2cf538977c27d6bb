package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Delivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of hand-overs to subscribers. */
@Component("deliveries")
public class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final JdbcClient jdbc;
    private final OrderDocuments documents;

    Deliveries(JdbcClient jdbc, OrderDocuments documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /** @return the canonical order as the subscriber receives it, JSON */
    public String canonicalOrder(Delivery delivery) {
        return documents.write(delivery.order());
    }

    /** Records that the subscriber has the order; nothing is recorded as long as its side effect is not done. */
    public void delivered(Delivery delivery) {
        int rows = jdbc.sql("update deliveries set state = 'DELIVERED', note = null, due_at = null,"
                        + " locked_until = '-infinity', updated_at = now() where account_id = ? and amazon_order_id = ?"
                        + " and subscriber = ? and attempt = ?"
                        + " and exists (select 1 from effects where key = ? and status = 'DONE')")
                .params(
                        delivery.key().accountId(),
                        delivery.key().amazonOrderId(),
                        delivery.subscriber(),
                        delivery.attempt(),
                        delivery.effect())
                .update();
        if (rows == 1) {
            LOG.info("order-publish {} delivered to {}", delivery.key(), delivery.subscriber());
        }
    }
}
