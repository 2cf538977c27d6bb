package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderKey;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** An {@link OrderFilter} as SQL: the values go in as parameters only. */
final class OrderCondition {

    /** As {@link ShipmentBacklog} counts them. */
    static final String UNSHIPPED = "amazon_status in ('UNSHIPPED', 'PARTIALLY_SHIPPED') and fulfilled_by = 'MERCHANT'"
            + " and state not in ('SHIPPED', 'COMPLETED', 'CANCELLED', 'NOT_IMPORTED')";

    private final StringJoiner sql = new StringJoiner(" and ", " where ", "").setEmptyValue("");
    private final MapSqlParameterSource values = new MapSqlParameterSource();

    OrderCondition(OrderFilter filter) {
        among("state in (:states)", "states", filter.states());
        among("amazon_status in (:statuses)", "statuses", filter.statuses());
        where("account_id = :account", "account", filter.account());
        where("(amazon_order_id = :number or commerce_order_number = :number)", "number", filter.number());
        at("purchase_date >= :from", "from", filter.from());
        at("purchase_date <= :to", "to", filter.to());
        where("total >= :minTotal", "minTotal", filter.minTotal());
        where("total <= :maxTotal", "maxTotal", filter.maxTotal());
        at(UNSHIPPED + " and latest_ship_time <= :shipBy", "shipBy", filter.shipBy());
        parkedFor(filter.cause());
    }

    private OrderCondition() {}

    /** These orders and no other. */
    static OrderCondition among(List<OrderKey> keys) {
        OrderCondition condition = new OrderCondition();
        condition.sql.add("(account_id, amazon_order_id) in (select * from unnest(:accounts, :orders))");
        condition
                .values
                .addValue("accounts", keys.stream().map(OrderKey::accountId).toArray(String[]::new))
                .addValue("orders", keys.stream().map(OrderKey::amazonOrderId).toArray(String[]::new));
        return condition;
    }

    private void parkedFor(Cause cause) {
        if (cause != null) {
            where(
                    "(account_id, amazon_order_id) in " + ParkedWork.ORDERS_OF_CAUSE,
                    "causeReason",
                    cause.reason().name());
            values.addValue("causeSubject", cause.subject());
        }
    }

    /**
     * Adds what a buyer's name must have among its hashes.
     *
     * @param searches the hashes per key, none when any name may match; names that are not sealed yet have no hashes
     */
    void buyerAmong(List<Integer[]> searches) {
        StringJoiner alternatives = new StringJoiner(" or ", "(", ")");
        for (int key = 0; key < searches.size(); key++) {
            alternatives.add("buyer_grams @> :grams" + key);
            values.addValue("grams" + key, searches.get(key));
        }
        sql.add("buyer_name is not null");
        if (!searches.isEmpty()) {
            sql.add(alternatives.add("sealed_with is null").toString());
        }
    }

    String sql() {
        return sql.toString();
    }

    MapSqlParameterSource values() {
        return values;
    }

    private void where(String condition, String name, Object value) {
        if (value != null) {
            sql.add(condition);
            values.addValue(name, value);
        }
    }

    private void at(String condition, String name, Instant time) {
        if (time != null) {
            sql.add(condition);
            values.addValue(name, time.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        }
    }

    private void among(String condition, String name, Collection<? extends Enum<?>> allowed) {
        if (!allowed.isEmpty()) {
            where(condition, name, allowed.stream().map(Enum::name).toList());
        }
    }
}
