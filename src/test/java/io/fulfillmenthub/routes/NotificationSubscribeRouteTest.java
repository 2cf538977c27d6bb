package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.ledger.NotificationSubscriptions;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RetryableException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationSubscribeRouteTest {

    private static final String SUBSCRIBE = "amazon-notification-subscribe";
    private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:orders";

    private final RouteWorld world = RouteWorld.shared();

    @BeforeEach
    void forget() {
        world.jdbc.sql("delete from notification_subscriptions").update();
    }

    @Test
    void asksAmazonOnceForAWish() {
        int before = world.connectors.calls(SUBSCRIBE, "us").size();
        wish();

        world.poll("notification-subscribe", null, "us");
        world.poll("notification-subscribe", null, "us");

        assertThat(found())
                .containsEntry("state", "ACTIVE")
                .containsEntry("destinationId", "destination")
                .containsEntry("subscriptionId", "subscription");
        assertThat(world.connectors.calls(SUBSCRIBE, "us")).hasSize(before + 1);
    }

    @Test
    void asksAgainLaterWhenAmazonIsBusy() {
        wish();
        world.connectors.tell(
                SUBSCRIBE, "us", Connectors.failing(new RetryableException("Amazon is busy", null, null)));

        world.poll("notification-subscribe", null, "us");

        assertThat(found()).containsEntry("state", "ASKED").containsEntry("note", "Amazon is busy");
        world.jdbc.sql("update notification_subscriptions set due_at = now()").update();
        world.poll("notification-subscribe", null, "us");
        assertThat(found()).containsEntry("state", "ACTIVE");
    }

    @Test
    void aRefusalIsToldAndEndsIt() {
        wish();
        world.connectors.tell(
                SUBSCRIBE,
                "us",
                Connectors.failing(new RejectedException(ReasonCode.AMAZON_REFUSED, "The role is missing")));

        world.poll("notification-subscribe", null, "us");
        world.poll("notification-subscribe", null, "us");

        assertThat(found()).containsEntry("state", "REFUSED").containsEntry("note", "The role is missing");
    }

    private void wish() {
        world.bean(NotificationSubscriptions.class).ask("us", QUEUE, "operator");
    }

    private Map<String, Object> found() {
        return world.bean(NotificationSubscriptions.class).find("us").orElseThrow();
    }
}
