package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.CallTrail;
import io.fulfillmenthub.order.CommerceOrder;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.Slot;
import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The end of an import in one statement: state, hand-overs, history, the look for shipments, and its side effect as done. */
@Component
class ImportRecord {

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
            ), effect as (
                update effects set status = 'DONE', at = now()
                where key = 'import:' || :account || '/' || :order and attempt = :attempt and exists (select 1 from done)
                returning key
            )
            insert into history (account_id, amazon_order_id, event, note, calls)
            select account_id, amazon_order_id, :state, :note, :calls from done
            returning (select key from effect) as effect,
                exists (select 1 from lanes where lane = 'commerce' and failing_since is not null) as failing""";

    private final JdbcClient jdbc;
    private final Lanes lanes;
    private final EffectRepository effects;
    private final String[] subscribers;

    ImportRecord(JdbcClient jdbc, Lanes lanes, EffectRepository effects, LedgerSettings settings) {
        this.jdbc = jdbc;
        this.lanes = lanes;
        this.effects = effects;
        this.subscribers = settings.subscribers(Slot.ORDER_IMPORTED).toArray(String[]::new);
    }

    /** @throws ClaimLostException when another worker took over */
    void write(OrderImport order) {
        CommerceOrder commerce = order.commerce();
        boolean shipped = order.order().status() == AmazonStatus.SHIPPED;
        boolean cancelled = order.order().status() == AmazonStatus.CANCELLED;
        boolean asked = order.order().lines().stream().anyMatch(OrderLine::cancelRequested);
        OrderState state = shipped && commerce.complete() ? OrderState.COMPLETED : OrderState.IMPORTED;
        Result result = jdbc.sql(IMPORTED)
                .param("account", order.key().accountId())
                .param("order", order.key().amazonOrderId())
                .param("attempt", order.due().attempt())
                .param("state", state.name())
                .param("note", "Commerce order " + commerce.number())
                .param("commerceId", commerce.id())
                .param("number", commerce.number())
                .param("items", Columns.text(commerce.items()))
                .param("seen", time(order.order().lastUpdated()))
                .param("again", cancelled || asked || shipped && state != OrderState.COMPLETED)
                .param("subscribers", subscribers)
                .param("calls", Columns.calls(CallTrail.take()), Types.VARCHAR)
                .query((row, number) -> new Result(row.getString("effect"), row.getBoolean("failing")))
                .optional()
                .orElseThrow(() -> new ClaimLostException(order.key()));
        effects.recorded(result.effect());
        if (result.laneFailing()) {
            lanes.worked("commerce");
        }
    }

    /** @param effect the key of the side effect that is recorded as done, null when another claim holds it */
    private record Result(String effect, boolean laneFailing) {}
}
