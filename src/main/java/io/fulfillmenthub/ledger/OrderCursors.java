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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far each account's orders are read: the cursor moves only after the last page of a window, and a window that was
 * interrupted is resumed with its page token.
 */
@Component("orderCursors")
public class OrderCursors {

    private static final Logger LOG = LoggerFactory.getLogger(OrderCursors.class);
    private static final String READ =
            "select position, window_start, page_token, page_token_at from lanes where lane = ?";
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final Duration TOKEN_LIFE = Duration.ofHours(23);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Lanes lanes;
    private final FirstWindows firstWindows;
    private final RereadSettings reread;
    private final Duration pause;

    OrderCursors(
            JdbcClient jdbc,
            Clock clock,
            Lanes lanes,
            FirstWindows firstWindows,
            RereadSettings reread,
            LedgerSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lanes = lanes;
        this.firstWindows = firstWindows;
        this.reread = reread;
        this.pause = settings.initialDelay();
    }

    /**
     * Whether a poll goes on. Camel evaluates a loop's condition once more after a step has failed, on whatever that left as
     * the body: then there is no question, and the step's own failure counts.
     *
     * @param body the question, or anything else
     */
    public boolean open(Object body) {
        return body instanceof OrderSearch search && search.open();
    }

    /** @return the question to go on with: the interrupted window's next page, or a new window */
    public OrderSearch resume(String accountId) {
        return jdbc.sql(READ)
                .param(PollLane.orders(accountId))
                .query((row, number) -> {
                    Optional<OrderSearch> resumed = resumed(PollLane.orders(accountId), accountId, row);
                    return resumed.isPresent() ? resumed.get() : fresh(accountId, row);
                })
                .optional()
                .orElseGet(() -> new OrderSearch(accountId, firstWindows.begin(accountId), null, true));
    }

    /**
     * Sweeps the last days once in {@code hub.poll.sweep}, the first time one period after the account was first seen.
     *
     * @return the interrupted sweep's next page, a new sweep when it is due, or a closed question
     */
    public OrderSearch sweep(String accountId) {
        String lane = PollLane.sweep(accountId);
        jdbc.sql("insert into lanes (lane, position) values (?, now()) on conflict do nothing")
                .param(lane)
                .update();
        return jdbc.sql(READ)
                .param(lane)
                .query((row, number) -> {
                    Optional<OrderSearch> resumed = resumed(lane, accountId, row);
                    return resumed.isPresent() ? resumed.get() : freshSweep(accountId, row);
                })
                .single();
    }

    /** Forgets a page token that Amazon no longer accepts: the window starts anew. */
    public void restartWindow(String lane) {
        jdbc.sql("update lanes set page_token = null, updated_at = now() where lane = ?")
                .param(lane)
                .update();
    }

    OrderSearch advance(OrderPage page) {
        OrderSearch search = page.search();
        if (page.next().isEmpty()) {
            finish(search, page.bound());
        } else if (page.next().equals(search.token())) {
            return refuseCircle(search);
        } else {
            jdbc.sql("""
                            insert into lanes (lane, window_start, page_token, page_token_at)
                            values (:lane, :start, :token, now())
                            on conflict (lane) do update set window_start = :start, page_token = :token,
                                page_token_at = now(), updated_at = now()""")
                    .param("lane", search.lane())
                    .param("start", time(search.lastUpdatedAfter()))
                    .param("token", page.nextToken())
                    .update();
        }
        return search.next(page.nextToken());
    }

    /** A page whose next page is itself would be read for ever: the window starts anew at the next poll. */
    private OrderSearch refuseCircle(OrderSearch search) {
        restartWindow(search.lane());
        lanes.failed(
                search.lane(),
                null,
                "Amazon's page token leads back to its own page; the window starts anew",
                null,
                pause);
        LOG.warn("{}: Amazon's page token leads back to its own page", search.lane());
        return search.next(null);
    }

    private void finish(OrderSearch search, Instant bound) {
        lanes.recovered(search.lane());
        Instant position = search.sweeping() ? clock.instant() : bound;
        jdbc.sql("""
                        update lanes set position = greatest(position, :position), window_start = null, page_token = null
                        where lane = :lane""")
                .param("position", time(position))
                .param("lane", search.lane())
                .update();
    }

    private Optional<OrderSearch> resumed(String lane, String accountId, ResultSet row) throws SQLException {
        Instant tokenAt = Columns.instant(row.getTimestamp("page_token_at"));
        String token = row.getString("page_token");
        return token == null || tokenAt.isBefore(clock.instant().minus(TOKEN_LIFE))
                ? Optional.empty()
                : Optional.of(new OrderSearch(
                        lane, accountId, Columns.instant(row.getTimestamp("window_start")), token, true));
    }

    private OrderSearch fresh(String accountId, ResultSet row) throws SQLException {
        Optional<Instant> windowStart = instant(row, "window_start");
        Optional<Instant> position = instant(row, "position");
        Instant from = windowStart
                .or(() -> position.map(end -> end.minus(OVERLAP)))
                .orElseGet(() -> firstWindows.begin(accountId));
        return new OrderSearch(accountId, from, null, true);
    }

    private OrderSearch freshSweep(String accountId, ResultSet row) throws SQLException {
        Instant now = clock.instant();
        boolean interrupted = instant(row, "window_start").isPresent();
        boolean recent = instant(row, "position")
                .filter(last -> last.plus(reread.sweep()).isAfter(now))
                .isPresent();
        Instant from = now.minus(reread.sweepWindow());
        return new OrderSearch(PollLane.sweep(accountId), accountId, from, null, interrupted || !recent);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(OrderRows.instant(row, column));
    }
}
