package io.fulfillmenthub.routes;

import static io.fulfillmenthub.routes.Connectors.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OutcomeUnknownException;
import io.fulfillmenthub.order.QuotaExhaustedException;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RetryableException;
import io.fulfillmenthub.order.SampleOrders;
import io.fulfillmenthub.routes.Connectors.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorHandlingRouteTest {

    private static final String DIRECTORY = "commerce-directory";
    private static final String CREATE = "commerce-order-create";
    private static final RetryableException BUSY = new RetryableException("Commerce is busy", null, (Throwable) null);

    private final RouteWorld world = RouteWorld.shared();
    private final String id = RouteWorld.newId();

    @Test
    void repeatsAStepOnceAtOnceAndThenTheWholeOrderLater() {
        world.connectors.tell(DIRECTORY, id, failing(BUSY), failing(BUSY));

        world.arrive(SampleOrders.unshipped(id));

        RouteWorld.patiently().until(() -> world.order(id), order -> "Commerce is busy".equals(order.get("note")));
        Map<String, Object> order = world.awaitOrder(id, "IMPORTED");
        assertThat(order).containsEntry("attempt", 2L).containsEntry("attempts", 0);
        assertThat(world.connectors.calls(DIRECTORY, id)).hasSize(3);
    }

    @Test
    void aStepThatSucceedsWhenRepeatedCostsNoAttempt() {
        world.connectors.tell(DIRECTORY, id, failing(BUSY));

        Map<String, Object> order = world.imported(SampleOrders.unshipped(id));

        assertThat(order).containsEntry("attempt", 1L);
        assertThat(world.connectors.calls(DIRECTORY, id)).hasSize(2);
        assertThat(world.connectors.calls(CREATE, id)).hasSize(1);
    }

    @Test
    void parksAnOrderThatIsOutOfAttempts() {
        world.connectors.tell(DIRECTORY, id, repeated(failing(BUSY), 6));

        world.arrive(SampleOrders.unshipped(id));

        assertThat(world.awaitOrder(id, "NEEDS_ATTENTION"))
                .containsEntry("reason", "OUT_OF_ATTEMPTS")
                .containsEntry("note", "Commerce is busy")
                .containsEntry("attempts", 3);
        assertThat(world.connectors.calls(DIRECTORY, id)).hasSize(6);
    }

    @Test
    void neverRepeatsAtOnceWhatMayHaveHappened() {
        OutcomeUnknownException lost = new OutcomeUnknownException("The answer was lost", null, (Throwable) null);
        world.connectors.tell(CREATE, id, order -> {
            world.connectors.create((OrderImport) order);
            throw lost;
        });

        Map<String, Object> order = world.imported(SampleOrders.unshipped(id));

        assertThat(order).containsEntry("attempt", 2L);
        assertThat(world.connectors.calls(CREATE, id)).hasSize(1);
    }

    @Test
    void waitingForAQuotaCostsNoAttempt() {
        Answer empty = failing(new QuotaExhaustedException("get-order", Duration.ofMillis(10)));
        world.connectors.tell(DIRECTORY, id, repeated(empty, 5));

        Map<String, Object> order = world.imported(SampleOrders.unshipped(id));

        assertThat(order).containsEntry("attempt", 6L);
        assertThat(world.connectors.calls(DIRECTORY, id)).hasSize(6);
    }

    @Test
    void parksWhatIsRefusedWithReasonAndSentence() {
        world.connectors.tell(
                "commerce-product-search",
                id,
                failing(new RejectedException(ReasonCode.PRODUCT_UNKNOWN, "Commerce has no product with the SKU X")));

        world.arrive(SampleOrders.unshipped(id));

        assertThat(world.awaitOrder(id, "NEEDS_ATTENTION"))
                .containsEntry("reason", "PRODUCT_UNKNOWN")
                .containsEntry("note", "Commerce has no product with the SKU X")
                .containsEntry("attempt", 1L);
    }

    @Test
    void triesAnUnexpectedFailureAgainAndThenSaysThatItIsTheHubs() {
        world.connectors.tell(DIRECTORY, id, repeated(failing(new IllegalStateException("secret")), 3));

        world.arrive(SampleOrders.unshipped(id));

        Map<String, Object> order = world.awaitOrder(id, "NEEDS_ATTENTION");
        assertThat(order).containsEntry("reason", "HUB_ERROR").containsEntry("attempts", 3);
        assertThat((String) order.get("note")).contains("IllegalStateException").doesNotContain("secret");
    }

    @Test
    void changesNothingWhenAnotherWorkerTookOver() {
        world.connectors.tell(CREATE, id, order -> {
            world.jdbc
                    .sql("update orders set attempt = attempt + 1 where amazon_order_id = ?")
                    .param(id)
                    .update();
            return world.connectors.create((OrderImport) order);
        });

        world.arrive(SampleOrders.unshipped(id));

        RouteWorld.patiently().until(() -> world.connectors.called(id).contains("commerce-order-status"));
        RouteWorld.patiently()
                .until(() -> world.jdbc
                                .sql("select count(*) from effects where key = ?")
                                .param("import:us/" + id)
                                .query(Long.class)
                                .single()
                        == 0);
        Map<String, Object> order = world.order(id);
        assertThat(order).containsEntry("state", "IMPORTING").containsEntry("attempts", 1);
        assertThat(order.get("note")).isNull();
    }

    @Test
    void otherOrdersGoOnWhileOneFails() {
        String other = RouteWorld.newId();
        world.connectors.tell(DIRECTORY, id, repeated(failing(new IllegalStateException("broken")), 3));

        world.arrive(SampleOrders.unshipped(id), SampleOrders.unshipped(other));

        world.awaitOrder(other, "IMPORTED");
        world.awaitOrder(id, "NEEDS_ATTENTION");
    }

    @Test
    void aFailingPollTurnsItsLaneAndASuccessfulOneTurnsItBack() {
        String lane = "amazon-orders/jp";
        world.connectors.tell(
                "amazon-order-search",
                "jp",
                failing(new RetryableException("Amazon is down", null, Duration.ZERO, null)),
                failing(new IllegalStateException("secret")));

        world.poll("order-poll", lane, "jp");
        assertThat(world.lane(lane)).containsEntry("failures", 1).containsEntry("last_error", "Amazon is down");
        world.poll("order-poll", lane, "jp");
        assertThat(world.lane(lane))
                .containsEntry("failures", 2)
                .containsEntry("last_error", "The hub failed with java.lang.IllegalStateException");
        assertThat(world.lane(lane).get("failing_since")).isNotNull();

        world.poll("order-poll", lane, "jp");
        assertThat(world.lane(lane)).containsEntry("failures", 0);
        assertThat(world.lane(lane).get("failing_since")).isNull();
    }

    private static Answer[] repeated(Answer answer, int times) {
        return java.util.Collections.nCopies(times, answer).toArray(Answer[]::new);
    }
}
