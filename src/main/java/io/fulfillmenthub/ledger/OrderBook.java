package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.RejectedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reading side of the ledger: lists, details and counts of orders. Lists never touch the kept documents. */
@Component
public class OrderBook {

    private static final Logger LOG = LoggerFactory.getLogger(OrderBook.class);
    static final String COLUMNS = """
            select account_id, amazon_order_id, marketplace_id, purchase_date, amazon_status, fulfilled_by, buyer_name,
                latest_ship_time, total, currency, state, reason, note, attempts, commerce_order_id, commerce_order_number, updated_at""";
    /** From one account to the next in the index, since a million orders have few accounts. */
    private static final String ACCOUNTS = """
            with recursive found as (
                (select account_id from orders order by account_id limit 1)
                union all
                select (select o.account_id from orders o where o.account_id > found.account_id
                    order by o.account_id limit 1)
                from found where found.account_id is not null)
            select account_id from found where account_id is not null order by account_id""";

    /** Totals of lists for people are counted up to here. */
    public static final int MOST_COUNTED = 10_000;

    private static final String THIS_ORDER = " where account_id = ? and amazon_order_id = ?";

    private final JdbcClient database;
    private final OrderDocuments documents;
    private final BuyerSearch buyers;
    private final OrderRows rows;
    private final WithheldRequests withheld;
    private final OrderSearches searches;
    private final StateCounts counts;

    OrderBook(
            JdbcClient database,
            OrderDocuments documents,
            BuyerSearch buyers,
            OrderRows rows,
            WithheldRequests withheld) {
        this.withheld = withheld;
        this.database = database;
        this.documents = documents;
        this.buyers = buyers;
        this.rows = rows;
        this.searches = new OrderSearches(database, rows);
        this.counts = new StateCounts(database);
    }

    /**
     * Lists orders.
     *
     * @param page the page, from 0
     * @param size orders in a page, positive
     */
    @Transactional(readOnly = true)
    public OrderList find(OrderFilter filter, OrderSort sort, int page, int size) {
        return searches.exact(buyers.condition(filter), sort, page, size);
    }

    /**
     * Lists orders for people, who need no exact total of many: it is counted to {@value #MOST_COUNTED}, and one more.
     *
     * @param page the page, from 0
     * @param size orders in a page, positive
     * @param known the total if it is known already, empty to count
     */
    @Transactional(readOnly = true)
    public OrderList glance(OrderFilter filter, OrderSort sort, int page, int size, OptionalLong known) {
        return searches.glance(buyers.condition(filter), sort, page, size, known);
    }

    /** @return everything known of the order, empty when the hub has never seen it */
    @Transactional(readOnly = true)
    public Optional<OrderDetails> details(OrderKey key) {
        return database.sql(COLUMNS + ", document, due_at, locked_until > now() as busy, imported_at from orders"
                        + THIS_ORDER)
                .params(key.accountId(), key.amazonOrderId())
                .query((row, number) -> details(row, packages(key), history(key)))
                .optional();
    }

    /** @return how many orders are in each state; every state is there, and more than 10,000 are counted once a minute */
    public Map<OrderState, Long> counts() {
        return counts.read();
    }

    /** @return the accounts that have orders, by name */
    public List<String> accounts() {
        return database.sql(ACCOUNTS).query(String.class).list();
    }

    private OrderDetails details(ResultSet row, List<PackageEntry> packages, List<HistoryEntry> history)
            throws SQLException {
        OrderEntry entry = rows.entry(row, 0);
        return new OrderDetails(
                entry,
                Optional.ofNullable(row.getString("document")).flatMap(document -> order(entry, document)),
                Optional.ofNullable(OrderRows.instant(row, "due_at")),
                row.getBoolean("busy"),
                Optional.ofNullable(OrderRows.instant(row, "imported_at")),
                packages,
                history,
                withheld.of(new OrderKey(entry.accountId(), entry.amazonOrderId())));
    }

    private Optional<Order> order(OrderEntry entry, String document) {
        try {
            return Optional.of(documents.read(document));
        } catch (RejectedException e) {
            LOG.warn("{} is shown without its items and address: {}", entry, e.getMessage());
            return Optional.empty();
        }
    }

    private List<PackageEntry> packages(OrderKey key) {
        return database.sql("select * from packages" + THIS_ORDER + " order by package_reference_id")
                .params(key.accountId(), key.amazonOrderId())
                .query(OrderRows::parcel)
                .list();
    }

    private List<HistoryEntry> history(OrderKey key) {
        return database.sql("select at, event, note, actor, calls from history" + THIS_ORDER + " order by id")
                .params(key.accountId(), key.amazonOrderId())
                .query(OrderRows::event)
                .list();
    }
}
