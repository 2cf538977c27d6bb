package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.BegunReduction;
import io.fulfillmenthub.order.BothSides;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.Hold;
import io.fulfillmenthub.order.Rehearsal;
import java.sql.Timestamp;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is recorded of changes that Amazon makes to an order in Commerce: holds, releases, refunds of units; nothing in a dry run. */
@Component("orderAdjustments")
public class OrderAdjustments {

    private static final String OF_CLAIM =
            ", updated_at = now() where account_id = :account and amazon_order_id = :order and attempt = :attempt";
    private static final String HOLD = "update orders set hold = :hold, holds = :holds";
    private static final String REDUCTION = "update orders set reduction_units = :units, reduction_amount = :amount,"
            + " reduction_refunded_before = :before, reduction_started_at = :started";
    private static final String REDUCED = "update orders set reduction_units = null, reduction_amount = null,"
            + " reduction_refunded_before = null, reduction_started_at = null";

    private final JdbcClient jdbc;
    private final History history;

    OrderAdjustments(JdbcClient jdbc, History history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** Records the intent to put the order on hold, before the call. */
    @Transactional
    public BothSides holding(BothSides sides) {
        Hold begun = sides.due().hold().begun();
        record(sides.due(), begun);
        return sides.with(begun);
    }

    /** Records that the order is on hold and its history in Commerce says why. */
    @Transactional
    public BothSides held(BothSides sides) {
        Hold held = new Hold(Hold.State.HELD, sides.due().hold().number());
        record(sides.due(), held);
        tell(
                sides.due(),
                "ON_HOLD",
                "The buyer asks to cancel: Commerce order " + sides.commerce().number() + " is on hold");
        return sides.with(held);
    }

    /** Records that the order is no longer on hold. */
    @Transactional
    public BothSides released(BothSides sides) {
        record(sides.due(), new Hold(Hold.State.NONE, sides.due().hold().number()));
        tell(
                sides.due(),
                "RELEASED",
                "The buyer no longer asks to cancel: Commerce order "
                        + sides.commerce().number() + " is released");
        return sides;
    }

    /** Records the intent to refund units, before the call. */
    @Transactional
    public BothSides reducing(BothSides sides) {
        BegunReduction reduction = sides.due().reduction();
        update(
                sides.due(),
                REDUCTION,
                Map.of(
                        "units", reduction.units(),
                        "amount", reduction.amount(),
                        "before", reduction.refundedBefore(),
                        "started", Timestamp.from(reduction.startedAt())));
        return sides;
    }

    /** Records that the units were refunded which the intent names. @return the order without the intent */
    @Transactional
    public BothSides reduced(BothSides sides) {
        BegunReduction reduction = sides.due().reduction();
        update(sides.due(), REDUCED, Map.of());
        tell(
                sides.due(),
                "REDUCED",
                "Amazon took " + reduction.units() + " units out of the order: "
                        + reduction.amount().toPlainString() + " refunded in Commerce order "
                        + sides.commerce().number());
        return sides.withoutReduction();
    }

    private void tell(DueOrder due, String event, String note) {
        if (!rehearsed(due)) {
            history.add(due.key(), event, note);
        }
    }

    private static boolean rehearsed(DueOrder due) {
        return due.attempt() == Rehearsal.NO_CLAIM;
    }

    private void record(DueOrder due, Hold hold) {
        update(due, HOLD, Map.of("hold", hold.state().name(), "holds", hold.number()));
    }

    private void update(DueOrder due, String change, Map<String, Object> values) {
        if (rehearsed(due)) {
            return;
        }
        int rows = jdbc.sql(change + OF_CLAIM)
                .params(values)
                .param("account", due.key().accountId())
                .param("order", due.key().amazonOrderId())
                .param("attempt", due.attempt())
                .update();
        if (rows == 0) {
            throw new ClaimLostException(due.key());
        }
    }
}
