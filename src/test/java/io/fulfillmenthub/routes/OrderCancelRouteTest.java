package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OutcomeUnknownException;
import io.fulfillmenthub.order.SampleOrders;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrderCancelRouteTest {

    private static final String GET = "commerce-order-get";
    private static final String CANCEL = "commerce-order-cancel";
    private static final String REFUND = "commerce-order-refund";
    private static final String CREATE = "commerce-order-create";

    private final RouteWorld world = RouteWorld.shared();
    private final String id = RouteWorld.newId();

    @Test
    void asksCommerceNothingAboutAnOrderItNeverHad() {
        world.arrive(cancelled(1));

        world.awaitOrder(id, "CANCELLED");
        assertThat(world.connectors.called(id)).isEmpty();
    }

    @Test
    void cancelsWhatIsNotInvoiced() {
        world.imported(SampleOrders.unshipped(id));

        world.arrive(cancelled(1));

        world.awaitOrder(id, "CANCELLED");
        assertThat(world.connectors.called(id)).endsWith(GET, CANCEL).doesNotContain(REFUND);
    }

    @Test
    void refundsWhatIsInvoiced() {
        world.imported(SampleOrders.unshipped(id));
        world.connectors.change(id, "processing", "45.71", false);

        world.arrive(cancelled(1));

        world.awaitOrder(id, "CANCELLED");
        assertThat(world.connectors.called(id)).endsWith(GET, REFUND).doesNotContain(CANCEL);
    }

    @Test
    void leavesToAPersonWhatIsShipped() {
        world.imported(SampleOrders.unshipped(id));
        world.connectors.change(id, "processing", "45.71", true);

        world.arrive(cancelled(1));

        assertThat(world.awaitOrder(id, "NEEDS_ATTENTION")).containsEntry("reason", "CANCELLED_AFTER_SHIPMENT");
        assertThat(world.connectors.called(id)).doesNotContain(CANCEL, REFUND);
    }

    @Test
    void changesNothingInCommerceWhatIsCancelledThereAlready() {
        world.imported(SampleOrders.unshipped(id));
        world.connectors.change(id, "canceled", "0", false);

        world.arrive(cancelled(1));

        world.awaitOrder(id, "CANCELLED");
        assertThat(world.connectors.called(id)).endsWith(GET).doesNotContain(CANCEL, REFUND);
    }

    @Test
    void neverCreatesAnOrderThatIsCancelledWhileItsCreationIsUnknown() {
        world.connectors.tell(CREATE, id, order -> {
            world.arrive(cancelled(1));
            throw new OutcomeUnknownException("The answer was lost", null, Duration.ZERO);
        });

        world.arrive(SampleOrders.unshipped(id));

        assertThat(world.awaitOrder(id, "CANCELLED").get("import_started_at")).isNull();
        assertThat(world.connectors.called(id)).contains("commerce-order-search");
        assertThat(world.connectors.calls(CREATE, id)).hasSize(1);
    }

    @Test
    void cancelsInCommerceAnAdoptedOrderThatAmazonCancelledMeanwhile() {
        world.connectors.tell(CREATE, id, order -> {
            world.connectors.create((OrderImport) order);
            world.arrive(cancelled(1));
            throw new OutcomeUnknownException("The answer was lost", null, Duration.ZERO);
        });

        world.arrive(SampleOrders.unshipped(id));

        world.awaitOrder(id, "CANCELLED");
        assertThat(world.connectors.called(id)).endsWith(GET, CANCEL).doesNotContain("commerce-invoice-create");
    }

    private Order cancelled(int secondsLater) {
        return SampleOrders.order(
                id,
                AmazonStatus.CANCELLED,
                FulfilledBy.MERCHANT,
                SampleOrders.unshipped(id).lastUpdated().plusSeconds(secondsLater));
    }
}
