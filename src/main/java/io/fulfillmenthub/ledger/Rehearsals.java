package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.DueCancellation;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.DuePackage;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.Rehearsal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dry runs that were asked of this hub; nothing of them is kept. */
@Component("rehearsals")
public class Rehearsals {

    private static final String ORDER = """
            select document, state, %d::bigint as attempt, import_started_at, commerce_order_id, commerce_items,
                hold, holds, ruling, adopt_number,
                reduction_units, reduction_amount, reduction_refunded_before, reduction_started_at
            from orders where account_id = ? and amazon_order_id = ? and document is not null""".formatted(Rehearsal.NO_CLAIM);
    private static final String PACKAGES = """
            select p.package_reference_id, p.version, p.carrier_code, p.carrier_title, p.tracking_number, p.shipped_at,
                p.units, p.transparency_codes, p.released, p.doubted, p.state, %d::bigint as attempt, o.document
            from packages p join orders o using (account_id, amazon_order_id)
            where account_id = ? and amazon_order_id = ? and p.state = 'PENDING'
            order by p.package_reference_id""".formatted(Rehearsal.NO_CLAIM);

    private static final String CANCELLATION = """
            select c.cancel_reason, c.asks, c.begun_at, c.feed_id, %d::bigint as attempt, o.document
            from cancellations c join orders o using (account_id, amazon_order_id)
            where account_id = ? and amazon_order_id = ? and c.state = 'PENDING' and c.begun_at is null""".formatted(Rehearsal.NO_CLAIM);

    private final JdbcClient jdbc;
    private final Claims claims;
    private final Cancellations cancellations;
    private final Queue<Rehearsal> asked = new ConcurrentLinkedQueue<>();

    Rehearsals(JdbcClient jdbc, Claims claims, Cancellations cancellations) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.cancellations = cancellations;
    }

    /** Asks for a dry run. @return it, empty when the hub does not know the order or cannot read it */
    public Optional<Rehearsal> ask(OrderKey key) {
        List<DueOrder> found = claims.orders(rows(ORDER, key));
        Optional<Rehearsal> rehearsal = found.stream().findFirst().map(Rehearsal::new);
        rehearsal.ifPresent(asked::add);
        return rehearsal;
    }

    /** @return whether a dry run was asked for since the last time */
    boolean asked() {
        return !asked.isEmpty();
    }

    /** @return the dry runs that were asked for since the last time */
    public List<Rehearsal> next() {
        List<Rehearsal> next = new ArrayList<>();
        for (Rehearsal one = asked.poll(); one != null; one = asked.poll()) {
            next.add(one);
        }
        return next;
    }

    /** @return the parcels of the order that Amazon is to be told of */
    public List<DuePackage> packages(Rehearsal rehearsal) {
        return claims.packages(rows(PACKAGES, rehearsal.due().key()));
    }

    /** @return the merchant's cancellation that Amazon is to be told of */
    public List<DueCancellation> cancellations(Rehearsal rehearsal) {
        return cancellations.due(rows(CANCELLATION, rehearsal.due().key()));
    }

    /** Ends a dry run. */
    public void finished(Rehearsal rehearsal) {
        rehearsal.finish();
    }

    private List<Map<String, Object>> rows(String sql, OrderKey key) {
        return jdbc.sql(sql)
                .params(key.accountId(), key.amazonOrderId())
                .query()
                .listOfRows();
    }
}
