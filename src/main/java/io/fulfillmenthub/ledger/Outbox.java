package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.Slot;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where events wait for their subscribers, written in the transaction of the change they tell of (decision 0005). */
@Component
class Outbox {

    /** For a slot whose payload is the order itself: it is read when it is handed over. */
    static final String ADD = """
            insert into deliveries (account_id, amazon_order_id, subscriber, slot, event, payload, state, due_at)
            select :account, :order, subscriber, :slot, :event, :payload, 'PENDING', now()
            from unnest(:subscribers) subscriber
            on conflict do nothing""";

    private final JdbcClient jdbc;
    private final CanonicalJson json;
    private final LedgerSettings settings;

    Outbox(JdbcClient jdbc, CanonicalJson json, LedgerSettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
    }

    /** @param event tells several events of the order in this slot apart */
    void add(OrderKey key, Slot slot, String event, Object contract) {
        List<String> subscribers = settings.subscribers(slot);
        if (!subscribers.isEmpty()) {
            jdbc.sql(ADD)
                    .param("account", key.accountId())
                    .param("order", key.amazonOrderId())
                    .param("subscribers", subscribers.toArray(String[]::new))
                    .param("slot", slot.key())
                    .param("event", event)
                    .param("payload", json.write(contract))
                    .update();
        }
    }
}
