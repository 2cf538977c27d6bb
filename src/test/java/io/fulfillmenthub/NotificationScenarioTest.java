package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonNotifications;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonQuotas;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.Calls;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Amazon's notifications in a queue of a server that speaks SQS, while orders are polled once in an hour only. */
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NotificationScenarioTest {

    private static final String OUT = "The queue aws2-sqs://hub-orders cannot be read";

    private static Queues queues;
    private static HubWorld world;
    private static Hub hub;
    private static int seed = 7_000;

    @BeforeAll
    static void open() {
        queues = new Queues();
        world = HubWorld.start(Map.of(
                "hub.poll.orders", "PT1H",
                "amazon.notifications.queues.us", Queues.ARN,
                "amazon.notifications.endpoint", queues.endpoint(),
                "amazon.notifications.access-key", "key",
                "amazon.notifications.secret-key", "secret"));
        hub = new Hub(world.hubUrl());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> world.bean(JdbcClient.class)
                                .sql("select count(*) from lanes where lane = 'amazon-orders/us'"
                                        + " and last_success_at is not null")
                                .query(Long.class)
                                .single()
                        == 1);
    }

    @AfterAll
    static void close() {
        world.close();
        queues.close();
    }

    @Test
    @Order(1)
    void anOperatorHasAmazonSendNotificationsAndNothingIsMadeTwice() {
        AmazonNotifications amazon = world.sandbox().bean(AmazonNotifications.class);

        subscribe();
        subscribe();

        assertThat(amazon.destinations()).hasSize(1);
        assertThat(amazon.subscriptions()).containsOnlyKeys("us");
        assertThat(amazon.subscriptions().get("us").toString()).contains("OrderStatusChange", "ATVPDKIKX0DER");
        assertThat(hub.post("/api/accounts/jp/notifications").path("error").asText())
                .startsWith("Name the account's queue in amazon.notifications.queues.jp");
    }

    @Test
    @Order(2)
    void notificationsInEveryFormImportTheirOrdersAndRepeatsCostNothing() {
        Calls calls = world.sandbox().bean(Calls.class);
        String[] ids = {place(), place(), place()};
        String[] messages = {message(ids[0]), message(ids[1]), message(ids[2])};
        queues.send("This is no notification");
        queues.send(messages[0]);
        queues.send(Notifications.encodedTwice(messages[1]));
        queues.send(Notifications.fromATopic(messages[2]));
        queues.send(messages[0]);
        for (String id : ids) {
            hub.await("us", id, "IMPORTED");
        }
        long asked = calls.of("amazon", "get-order");

        queues.send(messages[2]);
        queues.send(Notifications.of(ids[1], "late", Instant.now().minus(Duration.ofDays(1))));
        await().atMost(Duration.ofSeconds(30)).until(() -> queues.left() == 0);

        assertThat(calls.of("amazon", "get-order")).isEqualTo(asked).isEqualTo(3);
        assertThat(world.sandbox().bean(AmazonQuotas.class).refusals()).isZero();
    }

    @Test
    @Order(3)
    void whileTheQueueIsAwayOrdersArePolledAndOneWarningSaysSo(CapturedOutput output) {
        queues.stop();
        await().atMost(Duration.ofSeconds(60)).until(() -> output.getAll().contains(OUT));
        String polled = place();
        hub.post("/api/sync");
        hub.await("us", polled, "IMPORTED");
        assertThat(output.getAll()).containsOnlyOnce(OUT).doesNotContain("Error while polling", "Failed polling");
        assertThat(hub.get("/actuator/health").path("status").asText()).isEqualTo("UP");

        queues.start();
        String notified = place();
        queues.send(message(notified));

        hub.await("us", notified, "IMPORTED");
        assertThat(output.getAll()).containsOnlyOnce(OUT);
    }

    private static void subscribe() {
        hub.post("/api/accounts/us/notifications");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> hub.get("/api/accounts/us/notifications")
                        .path("state")
                        .asText()
                        .equals("ACTIVE"));
    }

    private static String place() {
        ObjectNode order = AmazonOrders.seeded(seed++)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
        world.sandbox().bean(AmazonWorld.class).place(order);
        return order.path("orderId").asText();
    }

    private static String message(String order) {
        return Notifications.of(order, UUID.randomUUID().toString(), Instant.now());
    }
}
