package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations only expand: while hubs are upgraded one by one, the older ones go on working on the tables that the first newer
 * one has changed.
 */
class MigrationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    /** Statements older than the first release; nothing is added here without a release between expanding and contracting. */
    private static final List<String> BEFORE_THE_FIRST_RELEASE = List.of(
            "V60__slots.sql: alter table deliveries drop constraint deliveries_pkey",
            "V60__slots.sql: alter table deliveries add primary key (id)",
            "V60__slots.sql: alter table deliveries add unique (account_id, amazon_order_id, subscriber, slot, event)");

    private static final List<Pattern> CONTRACTING = Stream.of(
                    "drop (table|view|schema|type|sequence|function|trigger)\\b.*",
                    "alter table .*\\bdrop (column|constraint|identity|default)\\b.*",
                    "alter table .*\\bdrop (?!column|constraint|identity|default|not null|expression)\\w+.*",
                    "alter .*\\brename\\b.*",
                    "alter table .*\\balter (column )?\\w+ (set data )?type\\b.*",
                    "alter table .*\\balter (column )?\\w+ set not null\\b.*",
                    "alter table .*\\badd (constraint \\w+ )?(check|unique|foreign key|primary key)\\b.*",
                    "truncate\\b.*",
                    "delete from\\b.*")
            .map(Pattern::compile)
            .toList();

    @Test
    void noMigrationTakesAwayWhatAnOlderHubNeeds() {
        List<String> contracting = migrations().stream()
                .flatMap(file -> statements(text(file))
                        .filter(MigrationsTest::contracts)
                        .map(statement -> file.getFileName() + ": " + statement))
                .toList();

        assertThat(contracting)
                .as("expand in one release, contract in a later one: CONTRIBUTING.md")
                .containsExactlyElementsOf(BEFORE_THE_FIRST_RELEASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE lanes;",
                "alter table orders drop column note;",
                "alter table orders\n    add column a int,\n    drop note;",
                "alter table orders rename column note to remark;",
                "alter table orders rename to sales;",
                "alter table orders alter column units type bigint;",
                "alter table orders alter units set data type bigint;",
                "alter table orders alter column note set not null;",
                "alter table orders add column a text not null;",
                "alter table orders add column a text default '', add column b text not null;",
                "alter table orders add constraint few check (units < 9);",
                "alter table orders alter column state drop default;",
                "drop trigger orders_finish on orders;",
                "truncate history;",
                "-- harmless\ndelete from effects;"
            })
    void tellsAStatementThatAnOlderHubWouldNotSurvive(String sql) {
        assertThat(statements(sql).filter(MigrationsTest::contracts)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table fresh (a text not null);",
                "-- drop table lanes;\ncreate index i on orders (note);",
                "drop index orders_due;",
                "alter table orders add column a text, add column b int not null default 0;",
                "alter table orders add column a boolean default false not null;",
                "alter table orders alter column note drop not null;",
                "alter table deliveries add column id bigint generated always as identity;",
                "update orders set note = 'drop table';",
                "create function f() returns trigger language plpgsql as $$ begin delete from x; return new; end $$;"
            })
    void letsThroughWhatOnlyExpands(String sql) {
        assertThat(statements(sql)).isNotEmpty().noneMatch(MigrationsTest::contracts);
    }

    private static boolean contracts(String statement) {
        return CONTRACTING.stream()
                        .anyMatch(pattern -> pattern.matcher(statement).matches())
                || statement.startsWith("alter table")
                        && Stream.of(statement.replaceAll("\\([^)]*\\)", "").split(","))
                                .anyMatch(MigrationsTest::demandsAValue);
    }

    /** An older hub gives no value to a column that it does not know. */
    private static boolean demandsAValue(String clause) {
        return clause.matches(".*\\badd (?!constraint).*\\bnot null\\b.*")
                && !clause.matches(".*\\b(default|generated)\\b.*");
    }

    /** @return the statements in lower case and on one line, without comments and the bodies of functions */
    private static Stream<String> statements(String sql) {
        String plain = sql.replaceAll("--[^\\n]*", " ")
                .replaceAll("(?s)\\$\\$.*?\\$\\$", "body")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        return Stream.of(plain.split(";")).map(String::strip).filter(statement -> !statement.isEmpty());
    }

    private static List<Path> migrations() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
