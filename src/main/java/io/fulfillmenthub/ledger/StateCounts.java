package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderState;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many orders are in each state: at this moment where they are few, at most about a minute ago where they are many. */
final class StateCounts {

    private static final Logger LOG = LoggerFactory.getLogger(StateCounts.class);
    private static final int FEW = 10_000;
    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();
    private static final String TO_FEW = """
            select state, (select count(*) from (
                select 1 from orders where orders.state = states.state limit %d) counted) as orders
            from unnest(:states) as states (state)""".formatted(FEW + 1);

    private final JdbcClient jdbc;
    private final Map<OrderState, Count> many = new ConcurrentHashMap<>();
    private final Set<OrderState> beingCounted = ConcurrentHashMap.newKeySet();

    StateCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the count of every state */
    Map<OrderState, Long> read() {
        Map<OrderState, Long> counts = new EnumMap<>(OrderState.class);
        jdbc.sql(TO_FEW)
                .param(
                        "states",
                        Arrays.stream(OrderState.values()).map(Enum::name).toArray(String[]::new))
                .query(row -> {
                    counts.put(OrderState.valueOf(row.getString("state")), row.getLong("orders"));
                });
        counts.replaceAll((state, count) -> count > FEW ? many(state) : count);
        return counts;
    }

    private long many(OrderState state) {
        Count known = many.get(state);
        if (known == null) {
            return count(state);
        }
        if (System.nanoTime() - known.at() > FRESH_NANOS && beingCounted.add(state)) {
            CompletableFuture.runAsync(() -> recount(state));
        }
        return known.orders();
    }

    private void recount(OrderState state) {
        try {
            count(state);
        } catch (RuntimeException e) {
            LOG.warn("The orders that are {} cannot be counted: {}", state, e.getMessage());
        } finally {
            beingCounted.remove(state);
        }
    }

    private long count(OrderState state) {
        long orders = jdbc.sql("select count(*) from orders where state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
        many.put(state, new Count(orders, System.nanoTime()));
        return orders;
    }

    private record Count(long orders, long at) {}
}
