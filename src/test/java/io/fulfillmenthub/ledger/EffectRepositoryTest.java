package io.fulfillmenthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.TestDatabase;
import io.fulfillmenthub.order.Delivery;
import io.fulfillmenthub.order.OrderKey;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One worker a side effect, whoever died before. */
class EffectRepositoryTest {

    private static JdbcClient jdbc;

    @BeforeAll
    static void open() {
        jdbc = JdbcClient.create(TestDatabase.newDatabase());
    }

    @Test
    void theNextClaimOfTheWorkTakesOverAtOnceAndTheOldWorkerCanNeitherFinishNorForget() {
        EffectRepository dead = repository();
        EffectRepository alive = repository();
        Exchange first = claim(1);
        Exchange second = claim(2);
        assertThat(dead.add(first, "take-over")).isTrue();

        assertThat(alive.add(second, "take-over")).isTrue();

        assertThat(dead.remove(first, "take-over")).isFalse();
        assertThat(dead.confirm(first, "take-over")).isFalse();
        assertThat(alive.confirm(second, "take-over")).isTrue();
    }

    @Test
    void anOlderClaimOfTheWorkIsTooLate() {
        assertThat(repository().add(claim(2), "late")).isTrue();

        assertThat(repository().add(claim(1), "late")).isFalse();
    }

    @Test
    void whatIsDoneIsNeverDoneAgain() {
        EffectRepository effects = repository();
        Exchange first = claim(1);
        effects.add(first, "done");
        effects.confirm(first, "done");

        assertThat(effects.add(claim(2), "done")).isFalse();
        assertThat(effects.contains("done")).isTrue();
    }

    @Test
    void withoutClaimedWorkAnotherWaitsForTheLease() {
        assertThat(repository().add("plain")).isTrue();

        assertThat(repository().add("plain")).isFalse();
        jdbc.sql("update effects set at = at - interval '1 hour' where key = 'plain'")
                .update();
        assertThat(repository().add("plain")).isTrue();
    }

    private static EffectRepository repository() {
        return new EffectRepository(jdbc, Duration.ofMinutes(2));
    }

    private static Exchange claim(long attempt) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage()
                .setBody(new Delivery(
                        1, new OrderKey("us", "111-1"), "erp", "order-imported", "", 0, "{}", "000000001", attempt));
        return exchange;
    }
}
