package io.fulfillmenthub.ledger;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A whole list of orders, one after the other, however many they are. */
@Component
public class OrderExport {

    private static final int AT_ONCE = 500;

    private final NamedParameterJdbcTemplate jdbc;
    private final BuyerSearch buyers;
    private final OrderRows rows;
    private final OrderSearches searches;

    OrderExport(DataSource database, BuyerSearch buyers, OrderRows rows) {
        JdbcTemplate template = new JdbcTemplate(database);
        template.setFetchSize(AT_ONCE);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.buyers = buyers;
        this.rows = rows;
        this.searches = new OrderSearches(JdbcClient.create(template), rows);
    }

    /** Hands every order of the list to the receiver; inside one transaction the database sends them bit by bit. */
    @Transactional(readOnly = true)
    public void each(OrderFilter filter, OrderSort sort, Consumer<OrderEntry> receiver) {
        OrderCondition condition = buyers.condition(filter);
        searches.sendAtOnce(condition, sort);
        RowCallbackHandler row = result -> receiver.accept(rows.entry(result, 0));
        jdbc.query(OrderBook.COLUMNS + " from orders" + condition.sql() + sort.sql(), condition.values(), row);
    }
}
