package io.fulfillmenthub.ledger;

import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of orders by filter and sort, in the two ways that stay quick at a million of them. */
final class OrderSearches {

    /** More matches than these are not sorted anew: the index of the sort is followed until the page is full. */
    private static final int MOST_SORTED = 100_000;

    /** What a filter finds depends on its values, so the plan must know them. */
    static final String PLAN_BY_VALUES = "set local plan_cache_mode = force_custom_plan";

    private static final String DO_NOT_SORT = "set local enable_sort = off";

    private static final String FOLLOW_INDEX = """
            %s from orders join (
                select account_id, amazon_order_id from orders%s%s limit :size offset :offset) page
                using (account_id, amazon_order_id)%s""";
    private static final String SORT_MATCHES = """
            with found as materialized (select %s from orders%s)
            %s from orders join (
                select account_id, amazon_order_id from found%s limit :size offset :offset) page
                using (account_id, amazon_order_id)%s""";

    private final JdbcClient jdbc;
    private final OrderRows rows;

    OrderSearches(JdbcClient jdbc, OrderRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** @return a page, with the exact total */
    OrderList exact(OrderCondition condition, OrderSort sort, int page, int size) {
        jdbc.sql(PLAN_BY_VALUES).update();
        long total = count("select count(*) from orders" + condition.sql(), condition);
        return new OrderList(page(condition, sort, page, size, total), total);
    }

    /** @return a page, with the known total or one that is counted to {@value OrderBook#MOST_COUNTED} and one more */
    OrderList glance(OrderCondition condition, OrderSort sort, int page, int size, OptionalLong known) {
        jdbc.sql(PLAN_BY_VALUES).update();
        int most = mostSorted(sort);
        long matches = known.orElseGet(() -> upTo(most + 1, condition));
        long upTo = known.isEmpty() && matches > most ? Long.MAX_VALUE : matches;
        long total = known.isPresent() ? matches : Math.min(matches, OrderBook.MOST_COUNTED + 1);
        return new OrderList(page(condition, sort, page, size, upTo), total);
    }

    /** Has the database send the list from its first order on, along the index of the sort, if there is much to sort. */
    void sendAtOnce(OrderCondition condition, OrderSort sort) {
        jdbc.sql(PLAN_BY_VALUES).update();
        int most = mostSorted(sort);
        if (upTo(most + 1, condition) > most) {
            jdbc.sql(DO_NOT_SORT).update();
        }
    }

    private long upTo(int most, OrderCondition condition) {
        return count(
                "select count(*) from (select 1 from orders" + condition.sql() + " limit " + most + ") counted",
                condition);
    }

    /** Every filter has an index by date. */
    private static int mostSorted(OrderSort sort) {
        return sort.byDate() ? OrderBook.MOST_COUNTED : MOST_SORTED;
    }

    private long count(String sql, OrderCondition condition) {
        return jdbc.sql(sql).paramSource(condition.values()).query(Long.class).single();
    }

    private List<OrderEntry> page(OrderCondition condition, OrderSort sort, int page, int size, long matches) {
        long offset = (long) page * size;
        if (offset >= matches) {
            return List.of();
        }
        boolean anew = !condition.sql().isEmpty() && matches <= mostSorted(sort);
        String sql = anew
                ? SORT_MATCHES.formatted(sort.columns(), condition.sql(), OrderBook.COLUMNS, sort.sql(), sort.sql())
                : FOLLOW_INDEX.formatted(OrderBook.COLUMNS, condition.sql(), sort.sql(), sort.sql());
        return jdbc.sql(sql)
                .paramSource(condition.values().addValue("size", size).addValue("offset", offset))
                .query(rows::entry)
                .list();
    }
}
