package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.BothSides;
import io.fulfillmenthub.order.Cancellation;
import io.fulfillmenthub.order.Decision.Action;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.Slot;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of claimed orders; results of a claim that was lost meanwhile are refused. */
@Component("orderLedger")
public class OrderLedger {

    private static final Logger LOG = LoggerFactory.getLogger(OrderLedger.class);

    private static final String FENCE =
            " where account_id = :account and amazon_order_id = :order and attempt = :attempt";

    private final JdbcClient jdbc;
    private final History history;
    private final Outbox outbox;
    private final Lanes lanes;
    private final ImportRecord importRecord;
    private final Duration lease;
    private final Duration recheck;

    OrderLedger(
            JdbcClient jdbc,
            History history,
            Outbox outbox,
            Lanes lanes,
            ImportRecord importRecord,
            LedgerSettings settings) {
        this.jdbc = jdbc;
        this.history = history;
        this.outbox = outbox;
        this.lanes = lanes;
        this.importRecord = importRecord;
        this.lease = settings.lease();
        this.recheck = settings.recheck();
    }

    /** Records that an order waits or is left alone, and why. */
    @Transactional
    public void settle(DueOrder due) {
        ReasonCode reason = due.decision().reason();
        OrderState state = due.decision().action() == Action.IGNORE ? OrderState.NOT_IMPORTED : OrderState.WAITING;
        move(due, state, reason, reason == null ? null : reason.nextStep(), null);
    }

    /**
     * Records the intent to create the order in Commerce, before the call, and renews the lease.
     *
     * @throws ClaimLostException when another worker took over
     */
    public OrderImport importing(OrderImport order) {
        int rows = bind(
                        "update orders set state = 'IMPORTING', import_started_at = now(), reason = null, note = null,"
                                + " locked_until = now() + make_interval(secs => :lease), updated_at = now()"
                                + FENCE + " and locked_until > now()",
                        order.due())
                .param("lease", lease.toMillis() / 1000.0)
                .update();
        require(rows, order.due());
        return order;
    }

    /**
     * Records in one statement that the order exists in Commerce, its hand-overs to every subscriber and that its side effect
     * is done.
     *
     * @throws ClaimLostException when another worker took over
     */
    public OrderImport imported(OrderImport order) {
        importRecord.write(order);
        LOG.info("order-import {} imported as {}", order.key(), order.commerce().number());
        return order;
    }

    /** Lets the order be tried again shortly: another worker holds its side effect. */
    public void postpone(OrderImport order) {
        bind(
                        "update orders set locked_until = '-infinity', attempts = greatest(0, attempts - 1),"
                                + " due_at = now() + interval '5 seconds', updated_at = now()" + FENCE,
                        order.due())
                .update();
    }

    /** Records that an order which Amazon cancelled is settled on both sides, together with its hand-overs. */
    @Transactional
    public void cancelled(DueOrder due) {
        move(due, OrderState.CANCELLED, ReasonCode.CANCELLED_AT_AMAZON, "Cancelled at Amazon", null);
        if (due.cancelledInCommerceToo()) {
            lanes.worked("commerce");
        }
        if (due.state() != OrderState.CANCELLED) {
            outbox.add(due.key(), Slot.ORDER_CANCELLED, "", Cancellation.of(due));
        }
    }

    /** Records whether both sides are finished with the order; if not, it is looked at again. */
    @Transactional
    public void compared(BothSides sides) {
        lanes.worked("commerce");
        if (sides.finished()) {
            move(sides.due(), OrderState.COMPLETED, null, "Complete in Commerce, Shipped at Amazon", null);
            return;
        }
        boolean shipped = sides.due().order().status() == AmazonStatus.SHIPPED;
        Duration again = sides.releaseDue() ? Duration.ZERO : recheck;
        OrderState state = sides.due().state() == OrderState.SHIPPED ? OrderState.SHIPPED : OrderState.IMPORTED;
        move(
                sides.due(),
                state,
                null,
                null,
                sides.releaseDue() || shipped || state == OrderState.SHIPPED ? again : null);
    }

    private void move(DueOrder due, OrderState state, ReasonCode reason, String note, Duration again) {
        int rows = bind(
                        "update orders set state = :state, reason = :reason, note = coalesce(:note, note), attempts = 0,"
                                + " import_started_at = null, locked_until = '-infinity', updated_at = now(), due_at = case"
                                + " when last_updated > :seen then now()"
                                + " when :again::double precision is not null"
                                + " then now() + make_interval(secs => :again) end" + FENCE,
                        due)
                .param("state", state.name())
                .param("reason", reason == null ? null : reason.name())
                .param("note", note)
                .param("seen", time(due.order().lastUpdated()))
                .param("again", again == null ? null : again.toMillis() / 1000.0)
                .update();
        require(rows, due);
        if (state != due.state()) {
            history.add(due.key(), state.name(), note);
            LOG.info("order-dispatch {} {}", due.key(), state);
        }
    }

    private StatementSpec bind(String sql, DueOrder due) {
        return jdbc.sql(sql)
                .param("account", due.key().accountId())
                .param("order", due.key().amazonOrderId())
                .param("attempt", due.attempt());
    }

    private static void require(int rows, DueOrder due) {
        if (rows == 0) {
            throw new ClaimLostException(due.key());
        }
    }
}
