package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseFailureAnalyzerTest {

    @ParameterizedTest
    @CsvSource({
        "08001, cannot be reached: start it",
        "57P03, cannot be reached: start it",
        "28P01, 'refuses the login: correct spring.datasource.username and spring.datasource.password'",
        "3D000, 'does not exist: create it'",
        "53300, has no connection left",
        "42501, may not create tables",
    })
    void aRefusalByTheDatabaseNamesTheKeyAndTheRemedy(String state, String remedy) {
        assertThat(describe(new RuntimeException(new SQLException("user hub at db.internal", state))))
                .contains("spring.datasource.url")
                .contains(remedy)
                .doesNotContain("db.internal");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsReportedAsSuch() {
        Throwable failure = catchThrowable(() -> DriverManager.getConnection("jdbc:postgresql://127.0.0.1:1/hub"));
        assertThat(describe(failure)).startsWith("The database of spring.datasource.url cannot be reached");
    }

    @ParameterizedTest
    @CsvSource({
        "Validate failed: Detected applied migration not resolved locally: 9, The database is newer than this hub",
        "Found non-empty schema(s) public but no schema history table, holds tables of something else",
        "Migration failed, cannot be brought up to date",
    })
    void tablesThatCannotBeMigratedNameTheRemedy(String message, String sentence) {
        assertThat(describe(new RuntimeException(new FlywayException(message)))).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({"localhost/hub", "jdbc:nothing://localhost/hub"})
    void anAddressThatIsNoneIsReportedWithAnExample(String url) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues("spring.datasource.url=" + url)
                .run(context -> {
                    Throwable failure = catchThrowable(
                            () -> context.getBean(DataSource.class).getConnection());
                    assertThat(describe(failure))
                            .isEqualTo("spring.datasource.url is no address of a PostgreSQL database: write one such as"
                                    + " jdbc:postgresql://127.0.0.1:5432/hub.");
                });
    }

    @Test
    void otherFailuresAreLeftToOthers() {
        assertThat(new DatabaseFailureAnalyzer().analyze(new SQLException("a statement", "42601")))
                .isNull();
    }

    private static String describe(Throwable failure) {
        FailureAnalysis analysis = new DatabaseFailureAnalyzer().analyze(failure);
        assertThat(analysis).isNotNull();
        return analysis.getDescription();
    }
}
