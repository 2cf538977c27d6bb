package io.fulfillmenthub;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL in a folder for temporary files, started when it is needed and gone after the check. */
final class CheckDatabase implements AutoCloseable {

    private EmbeddedPostgres server;
    private int count;

    /** @return the URL of another empty database, with the user in it */
    String newUrl() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
            }
            String name = "check_" + ++count;
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException("The database for the check does not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("The database for the check cannot be made", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
