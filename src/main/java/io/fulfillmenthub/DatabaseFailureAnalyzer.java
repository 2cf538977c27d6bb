package io.fulfillmenthub;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A database that cannot be used, in one sentence with the key and the remedy; addresses and logins stay untold. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class DatabaseFailureAnalyzer implements FailureAnalyzer {

    private static final String URL = "spring.datasource.url";

    /** What Spring Boot and Hikari say of an address they cannot use. */
    private static final List<String> BAD_URL = List.of(
            "must start with \"jdbc\"",
            "claims to not accept jdbcUrl",
            "Cannot load driver class",
            "Failed to determine a suitable driver class");

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        return Causes.find(failure, SQLException.class)
                .flatMap(DatabaseFailureAnalyzer::refused)
                .or(() -> Causes.find(failure, FlywayException.class).map(DatabaseFailureAnalyzer::notMigrated))
                .or(() -> badUrl(failure))
                .map(sentence -> new FailureAnalysis(sentence, null, failure))
                .orElse(null);
    }

    /** By PostgreSQL's own SQL states. */
    private static Optional<String> refused(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("08") || state.equals("57P03")) {
            return Optional.of("The database of " + URL + " cannot be reached: start it, or correct host and port in "
                    + URL + " (SPRING_DATASOURCE_URL).");
        }
        if (state.startsWith("28")) {
            return Optional.of("The database of " + URL + " refuses the login: correct spring.datasource.username"
                    + " and spring.datasource.password.");
        }
        if (state.equals("3D000")) {
            return Optional.of("The database named in " + URL + " does not exist: create it, or correct its name.");
        }
        if (state.equals("53300")) {
            return Optional.of("The database of " + URL + " has no connection left: raise its max_connections or lower"
                    + " spring.datasource.hikari.maximum-pool-size.");
        }
        if (state.equals("42501")) {
            return Optional.of("The login of " + URL + " may not create tables: make spring.datasource.username the"
                    + " owner of the database.");
        }
        return Optional.empty();
    }

    private static String notMigrated(FlywayException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("not resolved locally")) {
            return "The database is newer than this hub: start the newer hub again, or restore the backup from before"
                    + " the upgrade (docs/operations.md, Upgrade).";
        }
        if (message.contains("no schema history table")) {
            return "The database of " + URL + " holds tables of something else: give the hub an empty database.";
        }
        return failure instanceof FlywayValidateException
                ? "The hub's tables were changed by hand or by another version: restore the latest backup"
                        + " (docs/operations.md, Backup)."
                : "The hub's tables cannot be brought up to date: read the message of Flyway in the log above, mend its"
                        + " cause in the database of " + URL + " and start again.";
    }

    private static Optional<String> badUrl(Throwable failure) {
        return BAD_URL.stream().anyMatch(words -> Causes.says(failure, words))
                ? Optional.of(URL + " is no address of a PostgreSQL database: write one such as"
                        + " jdbc:postgresql://127.0.0.1:5432/hub.")
                : Optional.empty();
    }
}
