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

    private final JdbcClient database;

    LaneReport(JdbcClient database) {
        this.database = database;
    }

    /** @return the lanes whose name begins so, by name */
    public List<Lane> lanes(String prefix) {
        return database.sql("select lane, last_success_at, failing_since, last_error, reason from lanes"
                        + " where starts_with(lane, ?) order by lane")
                .param(prefix)
                .query((row, number) -> new Lane(
                        row.getString("lane"),
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
     * @param lastSuccess when it last came to its end
     * @param failingSince when it began to fail, empty while it works
     * @param lastError one sentence about the last failure
     * @param reason why it is refused, empty while it is only out of order
     */
    public record Lane(
            String name,
            Optional<Instant> lastSuccess,
            Optional<Instant> failingSince,
            Optional<String> lastError,
            Optional<ReasonCode> reason) {}
}
