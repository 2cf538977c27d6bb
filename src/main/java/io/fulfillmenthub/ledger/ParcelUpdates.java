package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.AmazonPackage;
import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * What a newer version of an order means for its parcels: cancelled, none is sent; no longer asked to be cancelled, held ones
 * go on; shown by Amazon, they are proven without a call of their own.
 */
@Component
class ParcelUpdates {

    private static final String ITS_PARCELS = " where account_id = :account and amazon_order_id = :order";

    private static final String STOP = "update packages set state = 'NOT_SENT', due_at = null, reason = null,"
            + " note = 'Amazon cancelled this order', updated_at = now()" + ITS_PARCELS
            + " and sent_at is null and state in ('PENDING', 'NEEDS_ATTENTION')";

    private static final String RELEASE = "update packages set state = 'PENDING', due_at = now(), reason = null,"
            + " note = 'The buyer no longer asks to cancel', attempts = 0, updated_at = now()" + ITS_PARCELS
            + " and state = 'NEEDS_ATTENTION' and reason = 'CANCEL_REQUESTED'";

    private static final String PROVE = "update packages set state = 'CONFIRMED', confirmed_at = now(), due_at = null,"
            + " reason = null, note = null, updated_at = now()" + ITS_PARCELS
            + " and package_reference_id::text = :reference and state = 'SENT' and locked_until <= now()"
            + " and upper(regexp_replace(tracking_number, '\\s', '', 'g'))"
            + " = upper(regexp_replace(:number, '\\s', '', 'g'))";

    private final JdbcClient jdbc;
    private final ParcelRows rows;
    private final History history;

    ParcelUpdates(JdbcClient jdbc, ParcelRows rows, History history) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.history = history;
    }

    /** Applies newer versions of orders; the caller holds the locks of their rows. */
    void apply(Collection<Order> orders) {
        for (Order order : orders) {
            if (order.status() == AmazonStatus.CANCELLED) {
                on(STOP, order.key()).update();
            } else if (order.lines().stream().noneMatch(line -> line.cancelRequested())) {
                on(RELEASE, order.key()).update();
            }
            order.packages().forEach(shown -> prove(order.key(), shown));
        }
    }

    private void prove(OrderKey key, AmazonPackage shown) {
        int proven = on(PROVE, key)
                .param("reference", shown.packageReferenceId())
                .param("number", shown.trackingNumber())
                .update();
        if (proven > 0) {
            history.add(key, "PACKAGE_CONFIRMED", "Amazon shows package " + shown.packageReferenceId());
            rows.shipped(key);
        }
    }

    private StatementSpec on(String sql, OrderKey key) {
        return jdbc.sql(sql).param("account", key.accountId()).param("order", key.amazonOrderId());
    }
}
