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

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records that the subscriber has it; nothing is recorded as long as the side effect is not done. */
    public void delivered(Delivery delivery) {
        int rows = jdbc.sql("update deliveries set state = 'DELIVERED', reason = null, note = null, due_at = null,"
                        + " locked_until = '-infinity', updated_at = now() where id = ? and attempt = ?"
                        + " and exists (select 1 from effects where key = ? and status = 'DONE')")
                .params(delivery.id(), delivery.attempt(), delivery.effect())
                .update();
        if (rows == 1) {
            LOG.info("order-publish {} {} delivered to {}", delivery.key(), delivery.slot(), delivery.subscriber());
        }
    }
}
