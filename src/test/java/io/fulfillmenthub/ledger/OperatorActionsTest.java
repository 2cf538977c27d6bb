package io.fulfillmenthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.TestDatabase;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderState;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class OperatorActionsTest {

    private static final OrderKey KEY = new OrderKey("us", "111-1");
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    private static JdbcClient database;

    private LedgerRows ledger;
    private OperatorActions actions;

    @BeforeAll
    static void create() {
        database = JdbcClient.create(TestDatabase.newDatabase());
    }

    @BeforeEach
    void clear() {
        ledger = new LedgerRows(database, null);
        ledger.clear();
        actions = new OperatorActions(database);
    }

    @Test
    void makesAParkedOrderDueWithAllItsAttempts() {
        ledger.order(
                "111-1",
                OrderState.NEEDS_ATTENTION,
                "attempts",
                6,
                "attempt",
                9L,
                "reason",
                "PRODUCT_UNKNOWN",
                "note",
                "x");
        assertThat(actions.retry(KEY, "jo")).isEqualTo(RetryAnswer.SCHEDULED);
        assertThat(row("orders"))
                .containsEntry("state", "READY")
                .containsEntry("attempts", 0)
                .containsEntry("attempt", 9L)
                .containsEntry("reason", null)
                .containsEntry("note", null)
                .doesNotContainEntry("due_at", null);
        assertThat(row("history")).containsEntry("actor", "jo").containsEntry("event", "retry");
    }

    @Test
    void searchesFirstWhenACreationHasAnUnknownOutcome() {
        ledger.order("111-1", OrderState.NEEDS_ATTENTION, "import_started_at", LedgerRows.PURCHASED);
        actions.retry(KEY, "jo");
        assertThat(row("orders")).containsEntry("state", "IMPORTING");
    }

    @Test
    void neverImportsAgainWhatIsInCommerce() {
        ledger.order(
                "111-1",
                OrderState.NEEDS_ATTENTION,
                "commerce_order_id",
                4L,
                "import_started_at",
                LedgerRows.PURCHASED);
        actions.retry(KEY, "jo");
        assertThat(row("orders")).containsEntry("state", "IMPORTED");
    }

    @Test
    void retriesParkedPackagesOnly() {
        ledger.order("111-1", OrderState.IMPORTED, "commerce_order_id", 4L);
        ledger.parcel("111-1", 1, "NEEDS_ATTENTION", "reason", "CARRIER_REFUSED", "attempts", 6);
        ledger.parcel("111-1", 2, "CONFIRMED", "attempts", 1);
        actions.retry(KEY, "jo");
        assertThat(database.sql(
                                "select state || attempts || (due_at is null) from packages order by package_reference_id")
                        .query(String.class)
                        .list())
                .containsExactly("PENDING0false", "CONFIRMED1true");
    }

    @Test
    void leavesAnOrderAloneThatAWorkerHolds() {
        ledger.order("111-1", OrderState.READY, "locked_until", LATER);
        assertThat(actions.retry(KEY, "jo")).isEqualTo(RetryAnswer.BEING_WORKED_ON);
        assertThat(row("orders")).containsEntry("due_at", null);
        assertThat(database.sql("select count(*) from history")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderState.class,
            names = {"COMPLETED", "CANCELLED"})
    void leavesFinishedOrdersAlone(OrderState state) {
        ledger.order("111-1", state);
        assertThat(actions.retry(KEY, "jo")).isEqualTo(RetryAnswer.FINISHED);
        assertThat(row("orders")).containsEntry("state", state.name());
    }

    @Test
    void knowsWhatCannotBeRetried() {
        ledger.order("111-1", OrderState.NEEDS_ATTENTION, "document", null);
        assertThat(actions.retry(KEY, "jo")).isEqualTo(RetryAnswer.UNREADABLE);
        assertThat(actions.retry(new OrderKey("us", "no"), "jo")).isEqualTo(RetryAnswer.UNKNOWN);
    }

    private static Map<String, Object> row(String table) {
        return database.sql("select * from " + table).query().singleRow();
    }
}
