package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class NewerDatabaseTest {

    private static final String FROM_THE_FUTURE = "insert into flyway_schema_history (installed_rank, version,"
            + " description, type, script, installed_by, execution_time, success)"
            + " values (99, '99', 'future', 'SQL', 'V99__future.sql', 'hub', 1, true)";

    @Test
    void aHubDoesNotStartOnTheDatabaseOfANewerOne() {
        DataSource database = TestDatabase.newDatabase();
        start(database).run(context -> assertThat(context).hasNotFailed());
        JdbcClient.create(database).sql(FROM_THE_FUTURE).update();
        start(database)
                .run(context -> assertThat(new DatabaseFailureAnalyzer()
                                .analyze(context.getStartupFailure())
                                .getDescription())
                        .startsWith("The database is newer than this hub: start the newer hub again"));
    }

    private static ApplicationContextRunner start(DataSource database) {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
                .withBean(DataSource.class, () -> database);
    }
}
