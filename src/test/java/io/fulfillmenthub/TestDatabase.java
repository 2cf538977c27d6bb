package io.fulfillmenthub;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL for all tests of this JVM, started at first use; each database is a copy of one migrated template. */
public final class TestDatabase {

    private static final String TEMPLATE = "hub_template";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {}

    /** @return a fresh, migrated database without a connection pool */
    public static DataSource newDatabase() {
        return server().getDatabase("postgres", create());
    }

    /** @return the JDBC URL of a fresh, migrated database, with user and password in it */
    public static String newUrl() {
        return server().getJdbcUrl("postgres", create());
    }

    /** @return the database of an URL that {@link #newUrl} gave */
    public static DataSource at(String url) {
        return new org.springframework.jdbc.datasource.DriverManagerDataSource(url);
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            server = start();
            execute("create database " + TEMPLATE);
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", TEMPLATE))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }
        return server;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("max_connections", "300")
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
        }
    }

    private static synchronized String create() {
        server();
        String name = "hub_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return name;
    }

    private static void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database refuses: " + sql, e);
        }
    }
}
