package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.Notifications;
import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.RetryableException;
import io.fulfillmenthub.order.SampleOrders;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderNotifiedRouteTest {

    private static final String GET = "amazon-order-get";

    private final RouteWorld world = RouteWorld.shared();

    @Test
    void asksForAnOrderThatTheHubNeverSawAndImportsIt() {
        String id = RouteWorld.newId();

        notify(id, "n-" + id, Instant.now());
        world.poll("order-notified-read", null, "us");

        world.awaitOrder(id, "IMPORTED");
        assertThat(checks(id)).isZero();
    }

    @Test
    void asksOnceAlthoughTheNotificationComesTwice() {
        String id = RouteWorld.newId();

        notify(id, "n-" + id, Instant.now());
        notify(id, "n-" + id, Instant.now());
        world.poll("order-notified-read", null, "us");
        notify(id, "n-" + id, Instant.now());
        world.poll("order-notified-read", null, "us");

        assertThat(world.connectors.calls(GET, id)).hasSize(1);
    }

    @Test
    void doesNotAskForWhatItKnowsAlready() {
        String id = RouteWorld.newId();
        Instant now = Instant.now();
        world.arrive(SampleOrders.order(id, AmazonStatus.PENDING, FulfilledBy.MERCHANT, now));

        notify(id, "n-" + id, now.minus(Duration.ofMinutes(1)));

        assertThat(checks(id)).isZero();
    }

    @Test
    void asksAgainWhenAmazonCouldNotSay() {
        String id = RouteWorld.newId();
        world.connectors.tell(
                GET,
                id,
                Connectors.failing(new RetryableException("Amazon is busy", null, Duration.ofMinutes(1), null)));

        notify(id, "n-" + id, Instant.now());
        world.poll("order-notified-read", null, "us");
        assertThat(checks(id)).isEqualTo(1);
        world.jdbc
                .sql("update order_checks set due_at = now() where amazon_order_id = ?")
                .param(id)
                .update();
        world.poll("order-notified-read", null, "us");

        world.awaitOrder(id, "IMPORTED");
        assertThat(checks(id)).isZero();
    }

    @Test
    void leavesTheQuotaThatParcelsNeed() {
        String id = RouteWorld.newId();
        world.jdbc
                .sql("insert into quota_buckets (account_id, operation, tokens, rate, burst, refilled_at)"
                        + " values ('jp', 'get-order', 7, 0.0001, 30, now())")
                .update();
        world.camel()
                .createFluentProducerTemplate()
                .to("direct:order-notified")
                .withHeader("HubAccount", "jp")
                .withBody(Notifications.of(id, "n-" + id, Instant.now()))
                .send();

        world.poll("order-notified-read", null, "jp");

        assertThat(world.connectors.calls(GET, id)).isEmpty();
        assertThat(checks(id)).isEqualTo(1);
    }

    @Test
    void nothingOfAwsIsStartedWithoutAQueue() {
        assertThat(world.camel().hasComponent("aws2-sqs")).isNull();
        assertThat(world.camel().getRoutes()).noneMatch(route -> route.getId().startsWith("order-notified-queue"));
    }

    private void notify(String order, String id, Instant changedAt) {
        world.camel()
                .createFluentProducerTemplate()
                .to("direct:order-notified")
                .withHeader("HubAccount", "us")
                .withBody(Notifications.of(order, id, changedAt))
                .send();
    }

    private long checks(String id) {
        return world.jdbc
                .sql("select count(*) from order_checks where amazon_order_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
