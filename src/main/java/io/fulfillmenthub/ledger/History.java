package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to an order, for people to read; never personal data. */
@Component
class History {

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an event by the hub itself. */
    void add(OrderKey key, String event, String note) {
        add(key, event, note, "hub");
    }

    /** @param actor the user's name, or {@code hub} */
    void add(OrderKey key, String event, String note, String actor) {
        jdbc.sql("insert into history (account_id, amazon_order_id, event, note, actor) values (?, ?, ?, ?, ?)")
                .params(key.accountId(), key.amazonOrderId(), event, note, actor)
                .update();
    }
}
