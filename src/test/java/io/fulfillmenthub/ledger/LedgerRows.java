package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that tests put into the ledger: what a test does not name has a usual value. */
public class LedgerRows {

    /** When the usual order was bought. */
    public static final Instant PURCHASED = Instant.parse("2026-03-01T10:00:00Z");

    private final JdbcClient database;
    private final OrderDocuments documents;

    public LedgerRows(JdbcClient database, OrderDocuments documents) {
        this.database = database;
        this.documents = documents;
    }

    public void clear() {
        database.sql("truncate orders, packages, deliveries, cancellations, received_shipments, history, lanes,"
                        + " quota_buckets, remote_errors")
                .update();
    }

    /** An order of the account {@code us} with the columns given as name and value in turns. */
    public void order(String amazonOrderId, OrderState state, Object... columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("account_id", "us");
        row.put("amazon_order_id", amazonOrderId);
        row.put("marketplace_id", "ATVPDKIKX0DER");
        row.put("purchase_date", PURCHASED);
        row.put("last_updated", PURCHASED);
        row.put("amazon_status", "UNSHIPPED");
        row.put("fulfilled_by", "MERCHANT");
        row.put("state", state.name());
        row.put("document", "{}");
        insert("orders", with(row, columns));
    }

    /** So many imported orders of the account {@code us}, one minute apart. */
    public void orders(int count) {
        database.sql("insert into orders (account_id, amazon_order_id, purchase_date, last_updated, amazon_status,"
                        + " fulfilled_by, state) select 'us', 'n-' || n, now() - n * interval '1 minute', now(), 'SHIPPED',"
                        + " 'MERCHANT', 'COMPLETED' from generate_series(1, ?) n")
                .param(count)
                .update();
    }

    /** The order of that document. */
    public void order(Order order, OrderState state, Object... columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("account_id", order.accountId());
        row.put("marketplace_id", order.marketplaceId());
        row.put("purchase_date", order.purchaseDate());
        row.put("last_updated", order.lastUpdated());
        row.put("amazon_status", order.status().name());
        row.put("fulfilled_by", order.fulfilledBy().name());
        row.put("buyer_name", order.buyerName().orElse(null));
        row.put("total", order.grandTotal().amount());
        row.put("currency", order.grandTotal().currency().getCurrencyCode());
        row.put("document", documents.write(order));
        with(row, columns);
        order(
                order.amazonOrderId(),
                state,
                row.entrySet().stream()
                        .flatMap(column -> java.util.stream.Stream.of(column.getKey(), column.getValue()))
                        .toArray());
    }

    /** The moment at which an order of the account {@code us} came into Commerce. */
    public void importedAt(String amazonOrderId, Instant time) {
        database.sql("update orders set imported_at = cast(? as timestamptz) where amazon_order_id = ?")
                .params(time.toString(), amazonOrderId)
                .update();
    }

    /** A parcel of an order of the account {@code us}. */
    public void parcel(String amazonOrderId, int reference, String state, Object... columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("account_id", "us");
        row.put("amazon_order_id", amazonOrderId);
        row.put("package_reference_id", reference);
        row.put("commerce_shipment_id", 100 + reference);
        row.put("commerce_track_id", 200 + reference);
        row.put("tracking_number", "1Z" + reference);
        row.put("shipped_at", PURCHASED);
        row.put("units", "{}");
        row.put("state", state);
        insert("packages", with(row, columns));
    }

    /** A hand-over of an imported order of the account {@code us}. */
    public void delivery(String amazonOrderId, String subscriber, String state, Object... columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("account_id", "us");
        row.put("amazon_order_id", amazonOrderId);
        row.put("subscriber", subscriber);
        row.put("state", state);
        insert("deliveries", with(row, columns));
    }

    /** Something that happened to an order of the account {@code us}. */
    public void event(String amazonOrderId, Instant at, String event, String note) {
        event(amazonOrderId, at, event, note, null);
    }

    /** The same after remote calls, as the ledger keeps them. */
    public void event(String amazonOrderId, Instant at, String event, String note, String calls) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("account_id", "us");
        row.put("amazon_order_id", amazonOrderId);
        row.put("at", at);
        row.put("event", event);
        row.put("note", note);
        row.put("calls", calls);
        insert("history", row);
    }

    /** A call to a remote side that went wrong, for an order of the account {@code us}. */
    public void remoteError(
            String amazonOrderId, String side, String operation, int status, String message, String requestId) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("account_id", "us");
        row.put("amazon_order_id", amazonOrderId);
        row.put("side", side);
        row.put("operation", operation);
        row.put("status", status);
        row.put("message", message);
        row.put("request_id", requestId);
        insert("remote_errors", row);
    }

    /** A lane with the columns given as name and value in turns. */
    public void lane(String name, Object... columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("lane", name);
        insert("lanes", with(row, columns));
    }

    /** What is left of a quota of the account {@code us}, refilled at this moment. */
    public void quota(String operation, double tokens, double burst, double rate) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("account_id", "us");
        row.put("operation", operation);
        row.put("tokens", tokens);
        row.put("burst", burst);
        row.put("rate", rate);
        row.put("refilled_at", Instant.now());
        insert("quota_buckets", row);
    }

    private static Map<String, Object> with(Map<String, Object> row, Object... columns) {
        for (int i = 0; i < columns.length; i += 2) {
            row.put((String) columns[i], columns[i + 1]);
        }
        return row;
    }

    private void insert(String table, Map<String, Object> row) {
        String places = row.entrySet().stream()
                .map(column -> column.getValue() instanceof Instant ? "cast(? as timestamptz)" : "?")
                .collect(Collectors.joining(", "));
        database.sql("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values (" + places + ")")
                .params(row.values().stream()
                        .map(value -> value instanceof Instant ? value.toString() : value)
                        .toList())
                .update();
    }
}
