package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.ReasonCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the lanes fare: the polls of each seller account and of Commerce, as the table {@code lanes} tells. */
@Component
public class LaneReport {

    /** One order that fails is an order in trouble; calls for claimed work fail as a side only once the breaker is open. */
    private static final String LANES = """
            select lane, position, page_token is not null as reading, last_success_at, last_error, reason, case
                when failures >= :tolerated or lane <> 'commerce' and not starts_with(lane, 'amazon/') then failing_since
                end as failing_since
            from lanes where starts_with(lane, :prefix) order by lane""";

    private final JdbcClient database;

    LaneReport(JdbcClient database) {
        this.database = database;
    }

    /** @return the lanes whose name begins so, by name */
    public List<Lane> lanes(String prefix) {
        return database.sql(LANES)
                .param("tolerated", Lanes.TOLERATED_FAILURES)
                .param("prefix", prefix)
                .query((row, number) -> new Lane(
                        row.getString("lane"),
                        Optional.ofNullable(OrderRows.instant(row, "position")),
                        row.getBoolean("reading"),
                        Optional.ofNullable(OrderRows.instant(row, "last_success_at")),
                        Optional.ofNullable(OrderRows.instant(row, "failing_since")),
                        Optional.ofNullable(row.getString("last_error")),
                        Optional.ofNullable(row.getString("reason")).map(ReasonCode::valueOf)))
                .list();
    }

    /**
     * One lane.
     *
     * @param name such as {@code amazon-orders/us}
     * @param position its cursor: everything that changed before is in the ledger; empty before the first poll
     * @param reading whether it is in the middle of a window, with more pages to come
     * @param lastSuccess when it last came to its end
     * @param failingSince when it began to fail, empty while it works
     * @param lastError one sentence about the last failure
     * @param reason why it is refused, empty while it is only out of order
     */
    public record Lane(
            String name,
            Optional<Instant> position,
            boolean reading,
            Optional<Instant> lastSuccess,
            Optional<Instant> failingSince,
            Optional<String> lastError,
            Optional<ReasonCode> reason) {}
}
