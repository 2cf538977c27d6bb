package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.OrderPage;
import io.fulfillmenthub.order.OrderSearch;
import io.fulfillmenthub.order.PollLane;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far each account's orders are read: the cursor moves only after the last page of a window, and a window that was
 * interrupted is resumed with its page token.
 */
@Component("orderCursors")
public class OrderCursors {

    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final Duration TOKEN_LIFE = Duration.ofHours(23);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Lanes lanes;
    private final FirstWindows firstWindows;

    OrderCursors(JdbcClient jdbc, Clock clock, Lanes lanes, FirstWindows firstWindows) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lanes = lanes;
        this.firstWindows = firstWindows;
    }

    /** @return the question to go on with: the interrupted window's next page, or a new window */
    public OrderSearch resume(String accountId) {
        return jdbc.sql("select position, window_start, page_token, page_token_at from lanes where lane = ?")
                .param(PollLane.orders(accountId))
                .query((row, number) -> resumed(accountId, row))
                .optional()
                .orElseGet(() -> fresh(accountId, firstWindows.begin(accountId)));
    }

    /** Forgets a page token that Amazon no longer accepts: the window starts anew. */
    public void restartWindow(String accountId) {
        jdbc.sql("update lanes set page_token = null, updated_at = now() where lane = ?")
                .param(PollLane.orders(accountId))
                .update();
    }

    OrderSearch advance(OrderPage page) {
        OrderSearch search = page.search();
        if (page.next().isPresent()) {
            jdbc.sql("""
                            insert into lanes (lane, window_start, page_token, page_token_at)
                            values (:lane, :start, :token, now())
                            on conflict (lane) do update set window_start = :start, page_token = :token,
                                page_token_at = now(), updated_at = now()""")
                    .param("lane", PollLane.orders(search.accountId()))
                    .param("start", time(search.lastUpdatedAfter()))
                    .param("token", page.nextToken())
                    .update();
            return new OrderSearch(search.accountId(), search.lastUpdatedAfter(), page.nextToken(), true);
        }
        finish(search, page.bound());
        return new OrderSearch(search.accountId(), search.lastUpdatedAfter(), null, false);
    }

    private void finish(OrderSearch search, Instant bound) {
        String lane = PollLane.orders(search.accountId());
        lanes.recovered(lane);
        jdbc.sql("""
                        update lanes set position = greatest(position, :position), window_start = null, page_token = null
                        where lane = :lane""").param("position", time(bound)).param("lane", lane).update();
    }

    private OrderSearch resumed(String accountId, ResultSet row) throws SQLException {
        Instant tokenAt = Columns.instant(row.getTimestamp("page_token_at"));
        Instant windowStart = Columns.instant(row.getTimestamp("window_start"));
        Instant position = Columns.instant(row.getTimestamp("position"));
        String token = row.getString("page_token");
        if (token != null && tokenAt.isAfter(clock.instant().minus(TOKEN_LIFE))) {
            return new OrderSearch(accountId, windowStart, token, true);
        }
        return fresh(
                accountId,
                Optional.ofNullable(windowStart)
                        .or(() -> Optional.ofNullable(position).map(end -> end.minus(OVERLAP)))
                        .orElseGet(() -> firstWindows.begin(accountId)));
    }

    private static OrderSearch fresh(String accountId, Instant from) {
        return new OrderSearch(accountId, from, null, true);
    }
}
