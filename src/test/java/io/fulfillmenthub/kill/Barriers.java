package io.fulfillmenthub.kill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Stops a hub at the very statement that records a step of an order: triggers installed by the test wait for an advisory
 * lock that the test holds. The hub knows nothing of it.
 */
final class Barriers implements AutoCloseable {

    private static final String BLOCKED = "select application_name from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'"
            + " order by application_name";

    private final String url;
    private final SingleConnectionDataSource holderSource;
    private final JdbcClient holder;
    private final JdbcClient observer;

    Barriers(String url) {
        this.url = url;
        this.holderSource = new SingleConnectionDataSource(open(), true);
        this.holder = JdbcClient.create(holderSource);
        this.observer = JdbcClient.create(new SingleConnectionDataSource(open(), true));
        observer.sql(script()).update();
    }

    /** From now on a hub that records this point of this order waits. */
    void arm(String point, String amazonOrderId) {
        holder.sql("select count(pg_advisory_lock(hashtextextended(?, 0)))")
                .param(point + ":" + amazonOrderId)
                .query(Long.class)
                .single();
    }

    /** @return the names of the hubs' sessions that wait at a barrier */
    List<String> blocked() {
        return observer.sql(BLOCKED).query(String.class).list();
    }

    /** Lets everybody go on. What a killed hub had sent is committed by the database, although nobody hears of it. */
    void release() {
        holder.sql("select count(pg_advisory_unlock_all()::text)")
                .query(Long.class)
                .single();
    }

    /** Lets everybody go on except those who wait: what they had sent never happens. */
    void discard(String app) {
        observer.sql("select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity"
                        + " where datname = current_database() and application_name = ?")
                .param(app)
                .query(Long.class)
                .single();
        release();
    }

    /** @return the hub that claimed this order's newest work */
    Optional<String> claimer(String amazonOrderId) {
        return observer.sql("select app from kill_claims where amazon_order_id = ? order by id desc limit 1")
                .param(amazonOrderId)
                .query(String.class)
                .optional();
    }

    /** @return the reading side for whoever looks into the ledger */
    JdbcClient ledger() {
        return observer;
    }

    private static String script() {
        try (InputStream script = Barriers.class.getResourceAsStream("/kill-barriers.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection open() {
        try {
            return DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database cannot be reached", e);
        }
    }

    @Override
    public void close() {
        release();
        holderSource.destroy();
    }
}
