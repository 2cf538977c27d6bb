package io.fulfillmenthub.routes;

import static io.fulfillmenthub.routes.Connectors.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.CommerceOrder;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OutcomeUnknownException;
import io.fulfillmenthub.order.SampleOrders;
import io.fulfillmenthub.routes.Connectors.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderImportRouteTest {

    private static final String CREATE = "commerce-order-create";
    private static final String SEARCH = "commerce-order-search";
    private static final String INVOICE = "commerce-invoice-create";

    private final RouteWorld world = RouteWorld.shared();

    @Test
    void createsInvoicesAndSetsTheStatusAndSearchesForNothing() {
        String id = RouteWorld.newId();

        Map<String, Object> order = world.imported(SampleOrders.unshipped(id));

        assertThat(world.connectors.called(id))
                .containsExactly(
                        "commerce-directory",
                        "commerce-product-search",
                        "commerce-stock-check",
                        "commerce-customer",
                        CREATE,
                        INVOICE,
                        "commerce-order-status");
        CommerceOrder created = world.connectors.inShop(id);
        assertThat(order)
                .containsEntry("commerce_order_id", created.id())
                .containsEntry("commerce_order_number", created.number());
        assertThat(order.get("import_started_at")).isNull();
    }

    @Test
    void adoptsWhatAnEarlierAttemptCreatedAfterAll() {
        String id = RouteWorld.newId();
        world.connectors.tell(CREATE, id, order -> {
            world.connectors.create((OrderImport) order);
            throw unknown(Duration.ZERO);
        });

        Map<String, Object> order = world.imported(SampleOrders.unshipped(id));

        assertThat(world.connectors.calls(CREATE, id)).hasSize(1);
        assertThat(world.connectors.calls(SEARCH, id)).hasSize(1);
        assertThat(order)
                .containsEntry("commerce_order_id", world.connectors.inShop(id).id());
    }

    @Test
    void waitsForALostCreationBeforeItRepeatsIt() {
        String id = RouteWorld.newId();
        world.connectors.tell(CREATE, id, failing(unknown(Duration.ZERO)));

        world.imported(SampleOrders.unshipped(id));

        List<Call> creations = world.connectors.calls(CREATE, id);
        assertThat(creations).hasSize(2);
        assertThat(Duration.between(creations.get(0).at(), creations.get(1).at()))
                .isGreaterThan(Duration.ofMillis(900));
        assertThat(world.connectors.called(id)).containsSubsequence(CREATE, SEARCH, CREATE);
    }

    @Test
    void invoicesOnceEvenWhenTheAnswerToTheInvoiceIsLost() {
        String id = RouteWorld.newId();
        world.connectors.tell(INVOICE, id, order -> {
            world.connectors.change(id, "processing", "45.71", false);
            throw unknown(Duration.ZERO);
        });

        world.imported(SampleOrders.unshipped(id));

        assertThat(world.connectors.calls(INVOICE, id)).hasSize(1);
        assertThat(world.connectors.calls(CREATE, id)).hasSize(1);
        assertThat(world.connectors.called(id)).endsWith("commerce-order-status");
    }

    @Test
    void parksAnOrderWhoseMoneyCommerceHasChanged() {
        String id = RouteWorld.newId();
        world.connectors.tell(CREATE, id, order -> costing(world.connectors.create((OrderImport) order), "45.70"));

        world.arrive(SampleOrders.unshipped(id));

        Map<String, Object> order = world.awaitOrder(id, "NEEDS_ATTENTION");
        assertThat(order).containsEntry("reason", "MONEY_MISMATCH");
        assertThat((String) order.get("note")).contains("45.70", "45.71");
        assertThat(world.connectors.calls(INVOICE, id)).isEmpty();
    }

    @Test
    void parksAnOrderThatCommerceHasTwice() {
        String id = RouteWorld.newId();
        world.connectors.tell(CREATE, id, order -> {
            world.connectors.create((OrderImport) order);
            throw unknown(Duration.ZERO);
        });
        world.connectors.tell(SEARCH, id, order -> List.of(world.connectors.inShop(id), world.connectors.inShop(id)));

        world.arrive(SampleOrders.unshipped(id));

        assertThat(world.awaitOrder(id, "NEEDS_ATTENTION")).containsEntry("reason", "DUPLICATE_IN_COMMERCE");
        assertThat(world.connectors.calls(CREATE, id)).hasSize(1);
    }

    @Test
    void postponesAnOrderWhoseImportAnotherWorkerHolds() {
        String id = RouteWorld.newId();
        world.jdbc
                .sql("insert into effects (key, status, owner, attempt) values (?, 'CLAIMED', 'another hub', 9)")
                .param("import:us/" + id)
                .update();

        world.arrive(SampleOrders.unshipped(id));

        RouteWorld.patiently()
                .untilAsserted(() -> assertThat(world.jdbc
                                .sql("select state, attempts, locked_until <= now() as free, due_at > received_at +"
                                        + " interval '4 seconds' as postponed from orders where amazon_order_id = ?"
                                        + " and attempt = 1")
                                .param(id)
                                .query()
                                .listOfRows())
                        .containsExactly(Map.of("state", "READY", "attempts", 0, "free", true, "postponed", true)));
        assertThat(world.connectors.called(id)).isEmpty();

        world.jdbc
                .sql("delete from effects where key = ?")
                .param("import:us/" + id)
                .update();
        world.dueNow(id);
        world.awaitOrder(id, "IMPORTED");
    }

    private static OutcomeUnknownException unknown(Duration wait) {
        return new OutcomeUnknownException("The answer of Commerce was lost", null, wait);
    }

    private static CommerceOrder costing(CommerceOrder order, String total) {
        return new CommerceOrder(
                order.id(),
                order.number(),
                order.amazonOrderId(),
                order.state(),
                order.status(),
                new BigDecimal(total),
                order.totalInvoiced(),
                order.totalRefunded(),
                order.items(),
                false);
    }
}
