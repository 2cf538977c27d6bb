package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderPage;
import io.fulfillmenthub.order.OrderSearch;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.UnreadableOrder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How Amazon's orders come into the ledger: newer versions replace older ones, and what changed becomes due. */
@Component("orderIntake")
public class OrderIntake {

    private static final String UPSERT = """
            insert into orders as o (account_id, amazon_order_id, marketplace_id, purchase_date, last_updated,
                amazon_status, fulfilled_by, buyer_name, total, currency, latest_ship_time, units, document, sealed_with,
                buyer_grams, buyer_email_token, state, reason, note, due_at)
            values (:account, :order, :marketplace, :purchased, :updated, :status, :fulfilledBy, :buyer, :total,
                :currency, :shipBy, :units, :document, :sealedWith, :grams, :emailToken, :state, :reason, :note, now())
            on conflict (account_id, amazon_order_id) do update set marketplace_id = excluded.marketplace_id,
                last_updated = excluded.last_updated, amazon_status = excluded.amazon_status,
                fulfilled_by = excluded.fulfilled_by, buyer_name = coalesce(excluded.buyer_name, o.buyer_name),
                total = coalesce(excluded.total, o.total), currency = coalesce(excluded.currency, o.currency),
                latest_ship_time = excluded.latest_ship_time, units = excluded.units, document = excluded.document,
                sealed_with = excluded.sealed_with, buyer_grams = coalesce(excluded.buyer_grams, o.buyer_grams),
                buyer_email_token = coalesce(excluded.buyer_email_token, o.buyer_email_token),
                due_at = now(), attempts = 0, updated_at = now()
            where excluded.last_updated > o.last_updated""";

    private static final String PARK_UNREADABLE = """
            insert into orders as o (account_id, amazon_order_id, purchase_date, last_updated, amazon_status,
                fulfilled_by, state, reason, note)
            values (:account, :order, :purchased, :updated, 'UNKNOWN', 'MERCHANT', 'NEEDS_ATTENTION', :reason, :note)
            on conflict (account_id, amazon_order_id) do update set last_updated = excluded.last_updated,
                state = 'NEEDS_ATTENTION', reason = :reason, note = :note, updated_at = now()
            where excluded.last_updated > o.last_updated""";

    /** Every transaction locks orders in this order, so that none waits for another in a circle. */
    private static final Comparator<OrderKey> LOCK_ORDER =
            Comparator.comparing(OrderKey::accountId).thenComparing(OrderKey::amazonOrderId);

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final OrderDocuments documents;
    private final OrderCursors cursors;
    private final NewOrderRow row;
    private final ParcelUpdates parcels;
    private final Attentions attentions;

    OrderIntake(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batches,
            OrderDocuments documents,
            OrderCursors cursors,
            NewOrderRow row,
            ParcelUpdates parcels,
            Attentions attentions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.documents = documents;
        this.cursors = cursors;
        this.row = row;
        this.parcels = parcels;
        this.attentions = attentions;
    }

    /**
     * Takes in one page together with the token of the next, in one transaction: a crash repeats a page, harmlessly.
     *
     * @return the question for the next page, closed after the last one
     */
    @Transactional
    public OrderSearch receive(OrderPage page) {
        receiveAll(page.orders());
        page.unreadable().forEach(this::park);
        return cursors.advance(page);
    }

    /** Takes in orders that were asked for one by one. */
    @Transactional
    public void receiveAll(List<Order> orders) {
        Map<OrderKey, Order> newest = new TreeMap<>(LOCK_ORDER);
        orders.forEach(order -> newest.merge(order.key(), order, OrderIntake::newer));
        forgetUnchanged(newest);
        Map<OrderKey, Known> known = known(newest);
        MapSqlParameterSource[] rows = newest.values().stream()
                .map(order ->
                        known.containsKey(order.key()) ? known.get(order.key()).update(order) : order)
                .map(row::of)
                .toArray(MapSqlParameterSource[]::new);
        if (rows.length > 0) {
            batches.batchUpdate(UPSERT, rows);
            parcels.apply(known.keySet().stream().map(newest::get).toList());
        }
    }

    private static Order newer(Order one, Order other) {
        return one.lastUpdated().isBefore(other.lastUpdated()) ? other : one;
    }

    private void forgetUnchanged(Map<OrderKey, Order> newest) {
        if (!newest.isEmpty()) {
            jdbc.sql("select account_id, amazon_order_id, last_updated from orders"
                            + " where (account_id, amazon_order_id) in (:keys)")
                    .param("keys", keys(newest))
                    .query(row -> {
                        OrderKey key = new OrderKey(row.getString(1), row.getString(2));
                        Instant seen = Columns.instant(row.getTimestamp(3));
                        newest.computeIfPresent(
                                key, (same, order) -> order.lastUpdated().isAfter(seen) ? order : null);
                    });
        }
    }

    private Map<OrderKey, Known> known(Map<OrderKey, Order> changed) {
        Map<OrderKey, Known> known = new HashMap<>();
        if (!changed.isEmpty()) {
            jdbc.sql(
                            "select document, purged_at is not null from orders where (account_id, amazon_order_id) in (:keys) and document is not null"
                                    + " order by account_id, amazon_order_id for update")
                    .param("keys", keys(changed))
                    .query(row -> {
                        Order order = documents.read(row.getString(1));
                        known.put(order.key(), new Known(order, row.getBoolean(2)));
                    });
        }
        return known;
    }

    private static List<Object[]> keys(Map<OrderKey, Order> orders) {
        return orders.keySet().stream()
                .map(key -> new Object[] {key.accountId(), key.amazonOrderId()})
                .toList();
    }

    private void park(UnreadableOrder order) {
        OffsetDateTime updated = time(order.lastUpdated());
        int rows = jdbc.sql(PARK_UNREADABLE)
                .param("account", order.key().accountId())
                .param("order", order.key().amazonOrderId())
                .param("purchased", time(order.purchaseDate()))
                .param("updated", updated)
                .param("reason", ReasonCode.ORDER_UNREADABLE.name())
                .param("note", order.message())
                .update();
        if (rows > 0) {
            attentions.raise(order);
        }
    }

    private record Known(Order order, boolean purged) {

        /** Personal data that was removed never comes back. */
        Order update(Order shown) {
            return purged ? shown.withoutPersonalData() : shown.keeping(order);
        }
    }
}
