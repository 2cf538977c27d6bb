package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderState;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many orders of each account are in each state; the query reads the whole table, so it is not for every scrape. */
@Component
public class OrdersByAccount {

    private static final String COUNTS = "select account_id, state, count(*) from orders group by account_id, state";

    private final JdbcClient jdbc;

    OrdersByAccount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the counts of this moment */
    public Reading read() {
        return new Reading(jdbc
                .sql(COUNTS)
                .query((row, number) ->
                        Map.entry(new Part(row.getString(1), OrderState.valueOf(row.getString(2))), row.getLong(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private record Part(String accountId, OrderState state) {}

    /** The counts of one moment. */
    public static final class Reading {

        private final Map<Part, Long> counts;

        private Reading(Map<Part, Long> counts) {
            this.counts = Map.copyOf(counts);
        }

        /** @return orders of that account in that state */
        public long orders(String accountId, OrderState state) {
            return counts.getOrDefault(new Part(accountId, state), 0L);
        }
    }
}
