package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two hubs that start at the same moment. */
class StartTurnTest {

    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'";

    @Test
    void aHubStartsItsRoutesAfterTheOneThatBeganBeforeIt() {
        DataSource database = TestDatabase.newDatabase();
        StartTurn first = new StartTurn(database);
        StartTurn second = new StartTurn(database);
        first.beforeApplicationStart(null);

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> second.beforeApplicationStart(null));
        Awaitility.await("the second waits")
                .atMost(Duration.ofSeconds(20))
                .until(() -> JdbcClient.create(database)
                                .sql(WAITING)
                                .query(Long.class)
                                .single()
                        == 1);
        assertThat(other).isNotDone();
        first.afterApplicationStart(null);

        assertThat(other).succeedsWithin(Duration.ofSeconds(20));
        second.afterApplicationStart(null);
    }
}
