package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.RejectedException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders by a part of the buyer's sealed name: the index gives candidates, the newest of them are opened and compared. */
@Component
class BuyerSearch {

    private static final Logger LOG = LoggerFactory.getLogger(BuyerSearch.class);
    private static final int MOST_CANDIDATES = 1_000;

    private final JdbcClient jdbc;
    private final Seal seal;
    private final BuyerIndex index;

    BuyerSearch(JdbcClient jdbc, Seal seal, BuyerIndex index) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.index = index;
    }

    /** @return the condition of the filter; its buyer's part has become the orders that were found */
    OrderCondition condition(OrderFilter filter) {
        OrderCondition condition = new OrderCondition(filter);
        return filter.buyer() == null ? condition : OrderCondition.among(found(filter, condition));
    }

    private List<OrderKey> found(OrderFilter filter, OrderCondition condition) {
        condition.buyerAmong(index.searches(filter.buyer()));
        String part = BuyerIndex.plain(filter.buyer());
        jdbc.sql(OrderSearches.PLAN_BY_VALUES).update();
        return jdbc
                .sql("select account_id, amazon_order_id, buyer_name from orders" + condition.sql()
                        + " order by purchase_date desc limit " + MOST_CANDIDATES)
                .paramSource(condition.values())
                .query((row, number) -> new Candidate(
                        new OrderKey(row.getString("account_id"), row.getString("amazon_order_id")),
                        row.getString("buyer_name")))
                .list()
                .stream()
                .filter(candidate -> matches(candidate, part))
                .map(Candidate::key)
                .toList();
    }

    private boolean matches(Candidate candidate, String part) {
        try {
            return BuyerIndex.plain(seal.open(candidate.buyer())).contains(part);
        } catch (RejectedException e) {
            LOG.warn("The buyer of {} cannot be compared: {}", candidate.key(), e.getMessage());
            return false;
        }
    }

    private record Candidate(OrderKey key, String buyer) {}
}
