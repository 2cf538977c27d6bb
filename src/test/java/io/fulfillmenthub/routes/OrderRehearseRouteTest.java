package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.ledger.Rehearsals;
import io.fulfillmenthub.order.Decision.Action;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.Rehearsal.Script;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.SampleOrders;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrderRehearseRouteTest {

    private final RouteWorld world = RouteWorld.shared();
    private final String id = RouteWorld.newId();

    @Test
    void takesTheStepsOfTheImportAndWritesNothing() throws InterruptedException {
        park();

        Script script = rehearse();

        assertThat(script.problem()).isNull();
        assertThat(script.action()).isEqualTo(Action.IMPORT);
        assertThat(world.connectors.called(id))
                .contains("commerce-directory", "commerce-customer")
                .endsWith("commerce-order-create", "commerce-invoice-create", "commerce-order-status");
        assertThat(world.order(id)).containsEntry("state", "NEEDS_ATTENTION").containsEntry("attempts", 1);
    }

    @Test
    void tellsWhatStopsItAndParksNothingAnew() throws InterruptedException {
        park();
        world.connectors.tell("commerce-product-search", id, Connectors.failing(refusal("GIZMO-9 is missing")));

        assertThat(rehearse().problem()).isEqualTo("GIZMO-9 is missing");
        assertThat((String) world.order(id).get("note")).doesNotContain("GIZMO-9");
    }

    private void park() {
        world.connectors.tell("commerce-product-search", id, Connectors.failing(refusal("It is missing")));
        world.arrive(SampleOrders.unshipped(id));
        world.awaitOrder(id, "NEEDS_ATTENTION");
    }

    private static RejectedException refusal(String sentence) {
        return new RejectedException(ReasonCode.PRODUCT_UNKNOWN, sentence);
    }

    private Script rehearse() throws InterruptedException {
        return world.bean(Rehearsals.class)
                .ask(new OrderKey("us", id))
                .orElseThrow()
                .await(Duration.ofSeconds(30))
                .orElseThrow();
    }
}
