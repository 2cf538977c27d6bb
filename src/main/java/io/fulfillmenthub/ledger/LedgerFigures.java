package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.SellerAccounts;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger in numbers, for monitoring. */
@Component
public class LedgerFigures {

    private static final String ONE_QUERY = """
            select 'state:' || state as figure, count(*)::float8 as size from orders group by state
            union all
            select 'reason:' || coalesce(reason, 'HUB_ERROR'), count(*) from (
                select reason from orders where state = 'NEEDS_ATTENTION'
                union all
                select reason from packages where state = 'NEEDS_ATTENTION'
                union all
                select reason from received_shipments where state = 'NEEDS_ATTENTION'
                union all
                select reason from deliveries where state = 'NEEDS_ATTENTION') parked
            group by 1
            union all
            select 'backlog', coalesce(extract(epoch from now() - min(due_at)), 0) from (
                select due_at from orders where due_at <= now() and account_id <> all (:resting)
                union all
                select due_at from packages where due_at <= now() and account_id <> all (:resting)) due""";

    private final JdbcClient database;
    private final String[] resting;

    LedgerFigures(JdbcClient database, SellerAccounts accounts) {
        this.database = database;
        this.resting = accounts.resting().toArray(String[]::new);
    }

    /** @return all figures of this moment, by one query */
    public Reading read() {
        return new Reading(database
                .sql(ONE_QUERY)
                .param("resting", resting)
                .query((row, number) -> Map.entry(row.getString("figure"), row.getDouble("size")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * The figures of one moment.
     *
     * @param figures the sizes by name; what is not there is 0
     */
    public record Reading(Map<String, Double> figures) {

        /** @return orders in that state */
        public double orders(OrderState state) {
            return figures.getOrDefault("state:" + state, 0.0);
        }

        /** @return orders, packages and hand-overs parked for that reason */
        public double parked(ReasonCode reason) {
            return figures.getOrDefault("reason:" + reason, 0.0);
        }

        /** @return seconds since the oldest due order or package became due */
        public double backlogAge() {
            return figures.getOrDefault("backlog", 0.0);
        }
    }
}
