package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.TestKeys.FIRST;
import static io.fulfillmenthub.ledger.TestKeys.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.TestDatabase;
import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.ImportPolicy;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.SampleOrders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class OrderPurgeTest {

    private static final Order ORDER = SampleOrders.unshipped("111-0000001-0000001");
    private static final Retention THIRTY_DAYS = new Retention(Duration.ofDays(30), Duration.ofDays(30));

    private final DataSource database = TestDatabase.newDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void removesTheBuyerThirtyDaysAfterTheEndAndKeepsTheRest() {
        receive(ORDER);
        finish("COMPLETED");

        assertThat(purge(Duration.ofDays(29)).next()).isZero();
        assertThat(purge(Duration.ofDays(31)).next()).isEqualTo(1);

        OrderDetails kept = details();
        assertThat(kept.entry().buyerName()).isNull();
        assertThat(kept.entry().total()).isEqualTo(ORDER.grandTotal());
        Order order = kept.order().orElseThrow();
        assertThat(order).isEqualTo(ORDER.withoutPersonalData());
        assertThat(order.lines()).hasSameSizeAs(ORDER.lines());
        assertThat(order.shipTo().countryCode()).isEqualTo("US");
        assertThat(kept.history()).extracting(HistoryEntry::event).contains("PERSONAL_DATA_REMOVED");
        assertThat(purge(Duration.ofDays(31)).next()).isZero();
    }

    @Test
    void walksOnceAlongAllOrdersBatchByBatchAndThenBeginsAnew() {
        receive(IntStream.rangeClosed(1, 250)
                .mapToObj(n -> SampleOrders.unshipped(String.format("111-%07d-0000001", n)))
                .toList());
        finish("COMPLETED");
        OrderPurge purge = purge(Duration.ofDays(31));

        assertThat(purge.next()).isEqualTo(200);
        jdbc.sql("update orders set purged_at = null where amazon_order_id = '111-0000001-0000001'")
                .update();
        assertThat(purge.next()).isEqualTo(50);
        assertThat(purge.next()).isZero();

        assertThat(purge.next()).isEqualTo(1);
        assertThat(purge.next()).isZero();
    }

    @Test
    void keepsWhatIsStillNeeded() {
        receive(ORDER);

        assertThat(purge(Duration.ofDays(400)).next()).isZero();
    }

    @Test
    void removesTheBuyerOfAnUnfinishedOrderThatAmazonShippedLongAgo() {
        receive(SampleOrders.order("111-1", AmazonStatus.SHIPPED, FulfilledBy.MERCHANT));

        assertThat(purge(Duration.ofDays(400)).next()).isEqualTo(1);
    }

    @Test
    void neverTakesBackWhatWasRemoved() {
        receive(ORDER);
        finish("CANCELLED");
        purge(Duration.ofDays(31)).next();

        receive(SampleOrders.order(
                ORDER.amazonOrderId(),
                AmazonStatus.CANCELLED,
                FulfilledBy.MERCHANT,
                ORDER.lastUpdated().plusSeconds(60)));

        assertThat(details().entry().buyerName()).isNull();
        assertThat(details().order().orElseThrow().shipTo().deliverable()).isFalse();
    }

    @Test
    void leavesAnOrderThatIsBeingWorkedOn() {
        receive(ORDER);
        finish("COMPLETED");
        jdbc.sql("update orders set locked_until = now() + interval '1 minute'").update();

        assertThat(purge(Duration.ofDays(31)).next()).isZero();
    }

    @Test
    void sealsWithTheNewestKeyWhatAnOlderKeySealed() {
        receive(ORDER);

        assertThat(columns(List.of(SECOND, FIRST)).sealAnew(10)).isEqualTo(1);
        assertThat(columns(List.of(SECOND, FIRST)).sealAnew(10)).isZero();

        assertThat(documents(List.of(SECOND)).read(document())).isEqualTo(ORDER);
    }

    @Test
    void removesErrorsWhoseTimeIsOver() {
        jdbc.sql("insert into remote_errors (at, side, operation, status) values (now(), 'amazon', 'get-order', 500)")
                .update();

        assertThat(purge(Duration.ofDays(29)).next()).isZero();
        assertThat(purge(Duration.ofDays(31)).next()).isEqualTo(1);
    }

    @Test
    void erasesOneBuyerAtOnceOrAtTheEndAndProvesIt() {
        receive(ORDER);

        ErasureProof early = erasure().eraseEmail("BUYER@marketplace.example ", "operator");
        assertThat(early.orders()).singleElement().matches(entry -> !entry.erased());
        finish("COMPLETED");
        assertThat(purge(Duration.ZERO).next()).isEqualTo(1);

        ErasureProof late = erasure().eraseOrder(ORDER.key(), "operator");
        assertThat(late.orders()).singleElement().matches(ErasureProof.Entry::erased);
        assertThat(erasure().eraseEmail("buyer@marketplace.example", "operator").orders())
                .isEmpty();
        assertThat(details().history())
                .extracting(HistoryEntry::event)
                .containsExactly("ERASURE_REQUESTED", "PERSONAL_DATA_REMOVED", "PERSONAL_DATA_REMOVED");
    }

    private OrderPurge purge(Duration later) {
        Clock clock = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
        return new OrderPurge(jdbc, columns(List.of(FIRST)), new History(jdbc), THIRTY_DAYS, clock);
    }

    private Erasure erasure() {
        return new Erasure(
                jdbc, columns(List.of(FIRST)), new BuyerIndex(List.of(FIRST)), new History(jdbc), Clock.systemUTC());
    }

    private PersonalColumns columns(List<SealingKey> keys) {
        return new PersonalColumns(jdbc, documents(keys), row(keys), new Seal(keys));
    }

    private void finish(String state) {
        jdbc.sql("update orders set state = ?").param(state).update();
    }

    private String document() {
        return jdbc.sql("select document from orders").query(String.class).single();
    }

    private OrderDetails details() {
        List<SealingKey> keys = List.of(FIRST);
        Seal seal = new Seal(keys);
        BuyerSearch buyers = new BuyerSearch(jdbc, seal, new BuyerIndex(keys));
        return new OrderBook(
                        jdbc,
                        documents(keys),
                        buyers,
                        new OrderRows(seal),
                        new WithheldRequests(jdbc, new History(jdbc)))
                .details(ORDER.key())
                .orElseThrow();
    }

    private void receive(Order order) {
        receive(List.of(order));
    }

    private void receive(List<Order> orders) {
        List<SealingKey> keys = List.of(FIRST);
        new OrderIntake(
                        jdbc,
                        new NamedParameterJdbcTemplate(database),
                        documents(keys),
                        null,
                        row(keys),
                        parcels(),
                        null)
                .receiveAll(orders);
    }

    private ParcelUpdates parcels() {
        return new ParcelUpdates(jdbc, new ParcelRows(jdbc, null), new History(jdbc));
    }

    private static NewOrderRow row(List<SealingKey> keys) {
        return new NewOrderRow(documents(keys), new ImportPolicy(true, Map.of()), new Seal(keys), new BuyerIndex(keys));
    }

    private static OrderDocuments documents(List<SealingKey> keys) {
        return new JacksonOrderDocuments(Jackson2ObjectMapperBuilder.json().build(), new Seal(keys));
    }
}
