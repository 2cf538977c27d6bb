package io.fulfillmenthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.TestDatabase;
import io.fulfillmenthub.order.Decision;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.ImportPolicy;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.Rehearsal;
import io.fulfillmenthub.order.SampleOrders;
import io.fulfillmenthub.order.SplitRule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims that a hub gives back, whatever its workers were doing. */
class ClaimedWorkTest {

    private static JdbcClient jdbc;

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final ClaimedWork work = new ClaimedWork(
            new FailedWork(jdbc, null, null),
            ((InstantSource) now::get).withZone(ZoneOffset.UTC),
            new LedgerSettings(LEASE, LEASE, LEASE, LEASE, SplitRule.DEAL, Map.of()));

    @BeforeAll
    static void open() {
        jdbc = JdbcClient.create(TestDatabase.newDatabase());
    }

    @BeforeEach
    void claimed() {
        new LedgerRows(jdbc, null).clear();
    }

    @Test
    void whatNoWorkerHasBegunGoesBackAtOnceAndCostsNoAttempt() {
        DueOrder waiting = claim("111-0000000-0000001", 3);
        DueOrder begun = claim("111-0000000-0000002", 3);
        work.take(List.of(waiting, begun));
        assertThat(work.begin(begun)).isTrue();

        work.giveBackWaiting();

        assertThat(held(waiting)).isFalse();
        assertThat(row(waiting)).containsEntry("attempts", 0).containsEntry("attempt", 3L);
        assertThat(work.begin(waiting)).isFalse();
        assertThat(held(begun)).isTrue();
    }

    @Test
    void whatIsNotFinishedGoesBackInTheEndAndWhatIsFinishedStays() {
        DueOrder unfinished = claim("111-0000000-0000001", 3);
        DueOrder finished = claim("111-0000000-0000002", 3);
        work.take(List.of(unfinished, finished));
        work.begin(unfinished);
        work.begin(finished);
        work.end(finished);

        work.giveBackUnfinished();

        assertThat(held(unfinished)).isFalse();
        assertThat(held(finished)).isTrue();
    }

    @Test
    void aHubThatStopsTakesNothingMore() {
        DueOrder late = claim("111-0000000-0000001", 3);
        work.giveBackWaiting();

        assertThat(work.take(List.of(late))).isEmpty();
        assertThat(held(late)).isFalse();
    }

    @Test
    void aClaimThatAnotherHubHasByNowIsNotGivenBack() {
        DueOrder lost = claim("111-0000000-0000001", 3);
        work.take(List.of(lost));
        jdbc.sql("update orders set attempt = 4").update();

        work.giveBackWaiting();

        assertThat(held(lost)).isTrue();
    }

    @Test
    void whatNobodyBeganWithinItsLeaseIsForgotten() {
        DueOrder neverBegun = claim("111-0000000-0000001", 3);
        DueOrder justInTime = claim("111-0000000-0000002", 3);
        work.take(List.of(neverBegun));
        now.set(NOW.plusSeconds(1));
        work.take(List.of(justInTime));

        now.set(NOW.plus(LEASE).plusMillis(1));
        work.take(List.of());

        assertThat(work.begin(neverBegun)).isFalse();
        assertThat(work.begin(justInTime)).isTrue();
        work.giveBackWaiting();
        assertThat(held(neverBegun)).isTrue();
    }

    @Test
    void aDryRunIsNoClaim() {
        DueOrder rehearsed = due("111-0000000-0000001", Rehearsal.NO_CLAIM);

        assertThat(work.take(List.of(rehearsed))).containsExactly(rehearsed);
        assertThat(work.begin(rehearsed)).isFalse();
    }

    private static DueOrder claim(String id, long attempt) {
        new LedgerRows(jdbc, null)
                .order(
                        id,
                        OrderState.READY,
                        "attempt",
                        attempt,
                        "attempts",
                        1,
                        "locked_until",
                        OffsetDateTime.now().plusMinutes(2));
        return due(id, attempt);
    }

    private static DueOrder due(String id, long attempt) {
        var order = SampleOrders.unshipped(id);
        Decision decision = new ImportPolicy(true, Map.of()).decide(order, false, false);
        return new DueOrder(order, OrderState.READY, decision, attempt, null, null, Map.of());
    }

    private static boolean held(DueOrder due) {
        return jdbc.sql("select locked_until > now() from orders where amazon_order_id = ?")
                .param(due.key().amazonOrderId())
                .query(Boolean.class)
                .single();
    }

    private static Map<String, Object> row(DueOrder due) {
        return jdbc.sql("select * from orders where amazon_order_id = ?")
                .param(due.key().amazonOrderId())
                .query()
                .singleRow();
    }
}
