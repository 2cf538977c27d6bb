package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.BothSides;
import io.fulfillmenthub.order.Cancellation;
import io.fulfillmenthub.order.CommerceOrder;
import io.fulfillmenthub.order.Decision.Action;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderLine;
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

    private static final String IMPORTED = """
            with done as (
                update orders set state = :state, reason = null, note = :note, commerce_order_id = :commerceId,
                    commerce_order_number = :number, commerce_items = :items, import_started_at = null, adopt_number = null,
                    imported_at = coalesce(imported_at, now()), attempts = 0, locked_until = '-infinity',
                    due_at = case when last_updated > :seen or :again then now() end, updated_at = now()
                where account_id = :account and amazon_order_id = :order and attempt = :attempt
                returning account_id, amazon_order_id
            ), hand_overs as (
                insert into deliveries (account_id, amazon_order_id, subscriber, slot, state, due_at)
                select account_id, amazon_order_id, subscriber, 'order-imported', 'PENDING', now()
                from done cross join unnest(:subscribers) subscriber
                on conflict do nothing
            ), checks as (
                insert into shipment_checks (commerce_order_id) select :commerceId::bigint from done
                on conflict (commerce_order_id) do update set asked_at = clock_timestamp()
            )
            insert into history (account_id, amazon_order_id, event, note)
            select account_id, amazon_order_id, :state, :note from done""";

    private final JdbcClient jdbc;
    private final History history;
    private final Outbox outbox;
    private final Lanes lanes;
    private final Duration lease;
    private final Duration recheck;
    private final String[] subscribers;

    OrderLedger(JdbcClient jdbc, History history, Outbox outbox, Lanes lanes, LedgerSettings settings) {
        this.jdbc = jdbc;
        this.history = history;
        this.outbox = outbox;
        this.lanes = lanes;
        this.lease = settings.lease();
        this.recheck = settings.recheck();
        this.subscribers = settings.subscribers(Slot.ORDER_IMPORTED).toArray(String[]::new);
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
     * Records that the order exists in Commerce, together with its hand-overs to every subscriber.
     *
     * @throws ClaimLostException when another worker took over
     */
    public OrderImport imported(OrderImport order) {
        CommerceOrder commerce = order.commerce();
        boolean shipped = order.order().status() == AmazonStatus.SHIPPED;
        boolean cancelled = order.order().status() == AmazonStatus.CANCELLED;
        boolean asked = order.order().lines().stream().anyMatch(OrderLine::cancelRequested);
        OrderState state = shipped && commerce.complete() ? OrderState.COMPLETED : OrderState.IMPORTED;
        int rows = bind(IMPORTED, order.due())
                .param("state", state.name())
                .param("note", "Commerce order " + commerce.number())
                .param("commerceId", commerce.id())
                .param("number", commerce.number())
                .param("items", Columns.text(commerce.items()))
                .param("seen", time(order.order().lastUpdated()))
                .param("again", cancelled || asked || shipped && state != OrderState.COMPLETED)
                .param("subscribers", subscribers)
                .update();
        require(rows, order.due());
        lanes.worked("commerce");
        LOG.info("order-import {} imported as {}", order.key(), commerce.number());
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
