package io.fulfillmenthub.routes;

import static io.fulfillmenthub.routes.Connectors.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.Product;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RemoteFailure;
import io.fulfillmenthub.order.SampleOrders;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OrderCreateRouteTest {

    private static final String CREATE = "commerce-order-create";

    private final RouteWorld world = RouteWorld.shared();

    @Test
    void bringsDirectoryCustomerAndProductsIntoTheOrder() {
        String id = RouteWorld.newId();
        Map<String, Product> products = Map.of("GADGET-2", new Product(5, "GADGET-2", "Gadget", "simple", true));
        world.connectors.tell("commerce-product-search", id, order -> products);

        world.imported(SampleOrders.unshipped(id));

        assertThat(world.connectors.called(id))
                .startsWith(
                        "commerce-directory",
                        "commerce-product-search",
                        "commerce-stock-check",
                        "commerce-customer",
                        CREATE);
        OrderImport order =
                (OrderImport) world.connectors.calls(CREATE, id).get(0).question();
        assertThat(order.directory().store().code()).isEqualTo("default");
        assertThat(order.customerId()).isEqualTo(77L);
        assertThat(order.products()).isEqualTo(products);
        OrderImport known = (OrderImport)
                world.connectors.calls("commerce-customer", id).get(0).question();
        assertThat(known.directory()).as("the customer needs the website").isNotNull();
    }

    @Test
    void recordsItsIntentBeforeTheCall() {
        String id = RouteWorld.newId();
        AtomicReference<Map<String, Object>> during = new AtomicReference<>();
        world.connectors.tell(CREATE, id, order -> {
            during.set(world.order(id));
            return world.connectors.create((OrderImport) order);
        });

        world.imported(SampleOrders.unshipped(id));

        assertThat(during.get()).containsEntry("state", "IMPORTING").containsKey("import_started_at");
        assertThat(during.get().get("import_started_at")).isNotNull();
    }

    @Test
    void makesNoCustomerOfABuyerAmazonDoesNotName() {
        String id = RouteWorld.newId();

        world.arrive(SampleOrders.order(id, AmazonStatus.SHIPPED, FulfilledBy.AMAZON));

        world.awaitOrder(id, "COMPLETED");
        assertThat(world.connectors.called(id))
                .as("neither customer nor invoice nor status")
                .containsExactly("commerce-directory", "commerce-product-search", CREATE);
    }

    @Test
    void makesNoCustomerForAnOrderThatTheShopCannotServe() {
        String id = RouteWorld.newId();
        world.connectors.tell(
                "commerce-stock-check", id, failing(new RejectedException(ReasonCode.OUT_OF_STOCK, "Sold out")));

        world.arrive(SampleOrders.unshipped(id));

        assertThat(world.awaitOrder(id, "NEEDS_ATTENTION")).containsEntry("reason", "OUT_OF_STOCK");
        assertThat(world.connectors.called(id))
                .containsExactly("commerce-directory", "commerce-product-search", "commerce-stock-check");
    }

    @Test
    void createsNothingWhenTheCustomerIsRefused() {
        String id = RouteWorld.newId();
        world.connectors.tell(
                "commerce-customer", id, failing(new RejectedException(ReasonCode.CUSTOMER_REFUSED, "No such name")));

        world.arrive(SampleOrders.unshipped(id));

        Map<String, Object> order = world.awaitOrder(id, "NEEDS_ATTENTION");
        assertThat(order).containsEntry("reason", "CUSTOMER_REFUSED").containsEntry("note", "No such name");
        assertThat(order.get("import_started_at")).isNull();
        assertThat(world.connectors.calls(CREATE, id)).isEmpty();
    }

    @Test
    void forgetsItsIntentWhenCommerceClearlyRefuses() {
        String id = RouteWorld.newId();
        RemoteFailure refusal =
                new RemoteFailure("commerce", "us", "create-order", 400, "400", "Please check the address", null);
        world.connectors.tell(
                CREATE, id, failing(new RejectedException(ReasonCode.ADDRESS_REFUSED, "Refused", refusal)));

        world.arrive(SampleOrders.unshipped(id));

        Map<String, Object> order = world.awaitOrder(id, "NEEDS_ATTENTION");
        assertThat(order).containsEntry("reason", "ADDRESS_REFUSED");
        assertThat(order.get("import_started_at")).as("nothing was created").isNull();
        assertThat(world.jdbc
                        .sql("select operation from remote_errors where amazon_order_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("create-order");
    }
}
