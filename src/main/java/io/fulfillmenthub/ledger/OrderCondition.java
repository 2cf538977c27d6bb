package io.fulfillmenthub.ledger;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.StringJoiner;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** An {@link OrderFilter} as SQL: the values go in as parameters only. */
final class OrderCondition {

    private final StringJoiner sql = new StringJoiner(" and ", " where ", "").setEmptyValue("");
    private final MapSqlParameterSource values = new MapSqlParameterSource();

    OrderCondition(OrderFilter filter) {
        among("state in (:states)", "states", filter.states());
        among("amazon_status in (:statuses)", "statuses", filter.statuses());
        where("account_id = :account", "account", filter.account());
        where("(amazon_order_id = :number or commerce_order_number = :number)", "number", filter.number());
        where("position(lower(:buyer) in lower(buyer_name)) > 0", "buyer", filter.buyer());
        at("purchase_date >= :from", "from", filter.from());
        at("purchase_date <= :to", "to", filter.to());
        where("total >= :minTotal", "minTotal", filter.minTotal());
        where("total <= :maxTotal", "maxTotal", filter.maxTotal());
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
