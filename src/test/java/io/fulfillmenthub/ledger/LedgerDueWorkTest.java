package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.order.DueKind.ANNOUNCEMENTS;
import static io.fulfillmenthub.order.DueKind.CANCELLATIONS;
import static io.fulfillmenthub.order.DueKind.DELIVERIES;
import static io.fulfillmenthub.order.DueKind.ORDERS;
import static io.fulfillmenthub.order.DueKind.PACKAGES;
import static io.fulfillmenthub.order.DueKind.RECEIVED_SHIPMENTS;
import static io.fulfillmenthub.order.DueKind.SHIPMENT_CHECKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.TestDatabase;
import io.fulfillmenthub.order.DueKind;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerAccounts;
import io.fulfillmenthub.order.Slot;
import io.fulfillmenthub.order.SplitRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What counts as due, kind by kind; that it is then claimed is seen in the scenarios. */
class LedgerDueWorkTest {

    private static final Instant PAST = Instant.now().minus(Duration.ofMinutes(1));
    private static final Instant FUTURE = Instant.now().plus(Duration.ofDays(1));
    private static JdbcClient database;

    private final Announcements announcements = new Announcements(Duration.ofMinutes(10));
    private LedgerRows rows;

    @BeforeAll
    static void create() {
        database = JdbcClient.create(TestDatabase.newDatabase());
    }

    @BeforeEach
    void clear() {
        rows = new LedgerRows(database, null);
        rows.clear();
        database.sql("truncate shipment_checks").update();
    }

    @Test
    void nothingIsDueInAnEmptyLedger() {
        assertThat(look()).isEmpty();
    }

    @Test
    void anOrderIsDueFromItsTimeOnUnlessItIsClaimed() {
        rows.order("111-1", OrderState.READY, "due_at", FUTURE);
        rows.order("111-2", OrderState.READY, "due_at", PAST, "locked_until", FUTURE);
        rows.order("111-3", OrderState.COMPLETED, "due_at", null);
        assertThat(look()).isEmpty();

        rows.order("111-4", OrderState.READY, "due_at", PAST, "locked_until", PAST);
        assertThat(look()).containsExactly(ORDERS);
    }

    @Test
    void nothingOfAnAccountThatRestsIsDue() {
        rows.order("111-1", OrderState.READY, "account_id", "resting", "due_at", PAST);
        rows.parcel("111-1", 1, "PENDING", "account_id", "resting", "due_at", PAST);
        assertThat(look()).isEmpty();
    }

    @Test
    void anOrderWaitsForItsMessageWhileMessagesCanBeSent() {
        rows.order("111-1", OrderState.READY, "due_at", PAST);
        announcements.open();
        assertThat(look()).containsExactly(ANNOUNCEMENTS);

        database.sql("update orders set announced_for = due_at").update();
        assertThat(look()).isEmpty();

        announcements.close();
        assertThat(look()).containsExactly(ORDERS);
    }

    @Test
    void aHandOverIsDueForThoseWhoReceive() {
        rows.order("111-1", OrderState.IMPORTED, "due_at", null);
        rows.delivery("111-1", "gone", "PENDING", "due_at", PAST);
        rows.delivery("111-1", "erp", "PENDING", "due_at", FUTURE);
        assertThat(look()).isEmpty();

        database.sql("update deliveries set due_at = now() where subscriber = 'erp'")
                .update();
        assertThat(look()).containsExactly(DELIVERIES);
        assertThat(work(true).look()).isEmpty();
    }

    @Test
    void aParcelACheckAndACancellationAreDue() {
        rows.order("111-1", OrderState.IMPORTED, "due_at", null);
        rows.parcel("111-1", 1, "PENDING", "due_at", PAST);
        assertThat(look()).containsExactly(PACKAGES);

        database.sql("insert into shipment_checks (commerce_order_id, urgent) values (1, true), (2, false)")
                .update();
        assertThat(look()).containsExactlyInAnyOrder(PACKAGES, SHIPMENT_CHECKS);

        database.sql("insert into cancellations (account_id, amazon_order_id, cancel_reason, asked_by)"
                        + " values ('us', '111-1', 'NoInventory', 'jo')")
                .update();
        assertThat(look()).containsExactlyInAnyOrder(PACKAGES, SHIPMENT_CHECKS, CANCELLATIONS);
    }

    @Test
    void aReceivedShipmentIsDueOnceItsOrderIsInCommerce() {
        rows.order("111-1", OrderState.READY, "due_at", null);
        database.sql("insert into received_shipments (account_id, shipment_id, amazon_order_id, document)"
                        + " values ('us', 's-1', '111-1', '{}')")
                .update();
        assertThat(look()).isEmpty();

        database.sql("update orders set commerce_order_id = 7").update();
        assertThat(look()).containsExactly(RECEIVED_SHIPMENTS);
    }

    /** They stay due for good: were they counted, the hub would never rest again. */
    @Test
    void nothingOfACancelledOrderIsSent() {
        rows.order(
                "111-1", OrderState.CANCELLED, "due_at", null, "amazon_status", "CANCELLED", "commerce_order_id", 7L);
        rows.parcel("111-1", 1, "PENDING", "due_at", PAST);
        database.sql("insert into received_shipments (account_id, shipment_id, amazon_order_id, document)"
                        + " values ('us', 's-1', '111-1', '{}')")
                .update();
        assertThat(look()).isEmpty();

        database.sql("update orders set amazon_status = 'UNSHIPPED'").update();
        assertThat(look()).containsExactlyInAnyOrder(PACKAGES, RECEIVED_SHIPMENTS);
    }

    private Set<DueKind> look() {
        return work(false).look();
    }

    private LedgerDueWork work(boolean readOnly) {
        LedgerSettings settings = new LedgerSettings(
                Duration.ofMinutes(2),
                Duration.ofMinutes(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                SplitRule.DEAL,
                Map.of(Slot.ORDER_IMPORTED, List.of("erp")));
        DeploymentSettings deployment =
                new DeploymentSettings(readOnly, Map.of("commerce", "https://shop.example.com"));
        Claims claims = new Claims(
                null,
                null,
                null,
                null,
                settings,
                new SellerAccounts(
                        List.of(new SellerAccount("resting", "NA", List.of(), "default", null, Map.of(), null, false))),
                new ClaimedWork(null, Clock.systemUTC(), settings),
                announcements);
        return new LedgerDueWork(
                database,
                claims,
                announcements,
                new ReadOnlyMode(deployment, new Deployment(database, deployment), null, null),
                new Rehearsals(database, claims, null));
    }
}
