package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.SampleOrders;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderDispatchRouteTest {

    private final RouteWorld world = RouteWorld.shared();

    @ParameterizedTest
    @CsvSource({
        "PENDING, MERCHANT, WAITING, PENDING",
        "PENDING_AVAILABILITY, MERCHANT, WAITING, PENDING",
        "UNSHIPPED, AMAZON, WAITING, AWAITING_AMAZON_SHIPMENT",
        "UNKNOWN, MERCHANT, WAITING, STATUS_UNKNOWN",
        "UNFULFILLABLE, AMAZON, NOT_IMPORTED, UNFULFILLABLE",
        "CANCELLED, MERCHANT, CANCELLED, CANCELLED_AT_AMAZON"
    })
    void leavesAloneWhatIsNotToBeImported(AmazonStatus status, FulfilledBy by, String state, String reason) {
        String id = RouteWorld.newId();

        world.arrive(SampleOrders.order(id, status, by));

        RouteWorld.patiently()
                .untilAsserted(() -> assertThat(world.order(id))
                        .containsEntry("state", state)
                        .containsEntry("reason", reason)
                        .containsEntry("attempt", 1L));
        assertThat(world.order(id).get("due_at")).isNull();
        assertThat(world.connectors.called(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UNSHIPPED, MERCHANT, IMPORTED", "PARTIALLY_SHIPPED, MERCHANT, IMPORTED", "SHIPPED, AMAZON, COMPLETED"})
    void importsWhatMayBeImported(AmazonStatus status, FulfilledBy by, String state) {
        String id = RouteWorld.newId();

        world.arrive(SampleOrders.order(id, status, by));

        world.awaitOrder(id, state);
        assertThat(world.connectors.called(id)).contains("commerce-order-create");
    }

    @Test
    void importsAWaitingOrderWhenAmazonHasVerifiedIt() {
        String id = RouteWorld.newId();
        world.arrive(SampleOrders.order(id, AmazonStatus.PENDING, FulfilledBy.MERCHANT));
        world.awaitOrder(id, "WAITING");

        world.arrive(SampleOrders.order(
                id,
                AmazonStatus.UNSHIPPED,
                FulfilledBy.MERCHANT,
                SampleOrders.unshipped(id).lastUpdated().plusSeconds(1)));

        world.awaitOrder(id, "IMPORTED");
    }

    @Test
    void tellsEveryConnectorWhichOrderItIsAbout() {
        String id = RouteWorld.newId();

        world.imported(SampleOrders.unshipped(id));

        assertThat(world.connectors.calls("commerce-order-create", id))
                .extracting(Connectors.Call::orderId)
                .containsExactly("us/" + id);
    }

    @Test
    void worksOnOtherOrdersWhileOneIsSlow() {
        String slow = RouteWorld.newId();
        String quick = RouteWorld.newId();
        CountDownLatch quickIsThere = new CountDownLatch(1);
        world.connectors.tell("commerce-order-create", slow, order -> {
            await(quickIsThere);
            return world.connectors.create((OrderImport) order);
        });
        world.arrive(SampleOrders.unshipped(slow), SampleOrders.unshipped(quick));

        world.awaitOrder(quick, "IMPORTED");
        assertThat(world.order(slow)).containsEntry("state", "IMPORTING");
        quickIsThere.countDown();

        world.awaitOrder(slow, "IMPORTED");
        assertThat(world.connectors.calls("commerce-order-create", slow)).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
