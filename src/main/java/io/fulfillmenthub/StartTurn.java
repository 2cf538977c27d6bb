package io.fulfillmenthub;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hubs on one database start their routes one after the other: while one replaces a schedule of the clustered Quartz, another
 * would find half of it and not start at all.
 */
@Component
class StartTurn implements CamelContextConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(StartTurn.class);
    private static final String KEY = "(hashtextextended('fulfillment-hub: start', 0))";

    /** PostgreSQL's {@code lock_not_available}. */
    private static final String TIMED_OUT = "55P03";

    private final DataSource database;
    private Connection turn;

    StartTurn(DataSource database) {
        this.database = database;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        try {
            turn = database.getConnection();
            execute("set lock_timeout = '60s'");
            execute("select pg_advisory_lock" + KEY);
        } catch (SQLException e) {
            if (!TIMED_OUT.equals(e.getSQLState())) {
                throw new IllegalStateException("The turn to start cannot be taken from the database", e);
            }
            LOG.warn("Another hub on this database has been starting for a minute; this one does not wait longer");
        }
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        try (Connection ended = turn) {
            execute("select pg_advisory_unlock_all()");
            execute("reset lock_timeout");
        } catch (SQLException e) {
            throw new IllegalStateException("The turn to start cannot be given back to the database", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = turn.createStatement()) {
            statement.execute(sql);
        }
    }
}
