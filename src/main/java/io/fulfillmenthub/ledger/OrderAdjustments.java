package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.BothSides;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.Hold;
import io.fulfillmenthub.order.Reduction;
import io.fulfillmenthub.order.Rehearsal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is recorded of changes that Amazon makes to an order in Commerce: holds, releases, refunds of units; nothing in a dry run. */
@Component("orderAdjustments")
public class OrderAdjustments {

    private static final String HOLD = "update orders set hold = :hold, holds = :holds, updated_at = now()"
            + " where account_id = :account and amazon_order_id = :order and attempt = :attempt";

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

    /** Records that units were refunded. */
    @Transactional
    public BothSides reduced(BothSides sides) {
        Reduction reduction = sides.reduction();
        int units =
                reduction.units().values().stream().mapToInt(Integer::intValue).sum();
        tell(
                sides.due(),
                "REDUCED",
                "Amazon took " + units + " units out of the order: "
                        + reduction.amount().toPlainString() + " refunded in Commerce order "
                        + sides.commerce().number());
        return sides;
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
        if (rehearsed(due)) {
            return;
        }
        int rows = jdbc.sql(HOLD)
                .param("hold", hold.state().name())
                .param("holds", hold.number())
                .param("account", due.key().accountId())
                .param("order", due.key().amazonOrderId())
                .param("attempt", due.attempt())
                .update();
        if (rows == 0) {
            throw new ClaimLostException(due.key());
        }
    }
}
