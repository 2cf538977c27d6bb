package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.BothSides;
import io.fulfillmenthub.order.CancelReason;
import io.fulfillmenthub.order.DueCancellation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders that the merchant cancelled in Commerce while Amazon still expects them. */
@Component("commerceCancellations")
public class CommerceCancellations {

    private static final String LANE = "commerce-cancellations";
    private static final String SINCE = """
            insert into lanes (lane, window_start) values (:lane, now())
            on conflict (lane) do update set window_start = now()
            returning coalesce(position, now() - interval '1 day') - interval '10 minutes'""";
    private static final String NOTICED = """
            update orders o set due_at = now(), updated_at = now()
            where commerce_order_id in (:ids) and state = 'IMPORTED' and amazon_status = 'UNSHIPPED'
                and fulfilled_by = 'MERCHANT' and due_at is null
                and not exists (select 1 from cancellations c
                    where c.account_id = o.account_id and c.amazon_order_id = o.amazon_order_id)""";

    private final JdbcClient jdbc;
    private final Cancellations cancellations;
    private final CancelReason reason;
    private final Lanes lanes;

    CommerceCancellations(JdbcClient jdbc, Cancellations cancellations, CancelReason reason, Lanes lanes) {
        this.jdbc = jdbc;
        this.cancellations = cancellations;
        this.reason = reason;
        this.lanes = lanes;
    }

    /** Tells Amazon of an order that was cancelled in Commerce, with the reason {@code hub.orders.cancel-reason}. */
    public BothSides asked(BothSides sides) {
        cancellations.ask(sides.due().key(), reason, "Commerce");
        return sides;
    }

    /** @return what Amazon would be told of an order that was cancelled in Commerce, for a dry run; empty when nothing */
    public List<DueCancellation> rehearsed(BothSides sides) {
        return sides.cancelledByMerchant() ? cancellations.rehearsed(sides.due().order(), reason) : List.of();
    }

    /** @return since when Commerce is to be asked for cancelled orders, with an overlap */
    public Instant since() {
        return jdbc.sql(SINCE)
                .param("lane", LANE)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Looks at those of the orders that Amazon still expects. */
    @Transactional
    public void noticed(List<Long> commerceOrderIds) {
        if (!commerceOrderIds.isEmpty()) {
            jdbc.sql(NOTICED).param("ids", commerceOrderIds).update();
        }
        lanes.recovered(LANE);
        jdbc.sql("update lanes set position = window_start where lane = ?")
                .param(LANE)
                .update();
    }
}
