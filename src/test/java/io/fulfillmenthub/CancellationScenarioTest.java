package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonFeeds;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A merchant cancels an order: Amazon is told by a feed, and both sides end with it. */
@ExtendWith(NoSecondChance.class)
class CancellationScenarioTest {

    private final HubWorld world = HubWorld.shared();
    private final AmazonWorld amazon = world.sandbox().bean(AmazonWorld.class);
    private final AmazonFeeds feeds = world.sandbox().bean(AmazonFeeds.class);
    private final Shop shop = new Shop(world.sandbox().baseUrl());
    private final Hub hub = new Hub(world.hubUrl());

    @Test
    void cancelsAtAmazonByOneFeedAndThenInCommerce() {
        String id = imported(781);

        JsonNode answer = cancel(id, "NoInventory");
        cancel(id, "NoInventory");

        assertThat(answer.path("message").asText()).contains("Amazon is told");
        hub.await("us", id, "CANCELLED");
        awaitEvent(id, "CANCELLATION_ACCEPTED");
        assertThat(shop.order(id).path("state").asText()).isEqualTo("closed");
        assertThat(feeds.submitted().stream().filter(feed -> feed.contains(id)))
                .singleElement()
                .asString()
                .contains("<StatusCode>Failure</StatusCode>", "<CancelReason>NoInventory</CancelReason>");
        JsonNode item = amazon.find(id).orElseThrow().path("orderItems").get(0);
        assertThat(item.at("/cancellation/cancellationExecution/cancelledBy").asText())
                .isEqualTo("MERCHANT");
    }

    @Test
    void tellsAmazonOfAnOrderThatTheMerchantRefundsInCommerce() {
        String id = imported(784);
        long order = shop.order(id).path("entity_id").asLong();

        shop.post("/commerce/rest/default/V1/order/" + order + "/refund", "{\"notify\":false}");

        hub.await("us", id, "CANCELLED");
        assertThat(feeds.submitted().stream().filter(feed -> feed.contains(id)))
                .singleElement()
                .asString()
                .contains("NoInventory");
        assertThat(hub.order("us", id).path("history").findValuesAsText("actor"))
                .contains("Commerce");
    }

    @Test
    void tellsWhyAmazonRefuses() {
        String id = imported(782);
        amazon.find(id).ifPresent(order -> {
            ((ObjectNode) order.path("fulfillment")).put("fulfillmentStatus", "SHIPPED");
            amazon.keep(order);
        });

        cancel(id, "BUYER_CANCELED");

        awaitEvent(id, "NEEDS_ATTENTION");
        assertThat(hub.order("us", id).path("history").findValuesAsText("note"))
                .anySatisfy(note -> assertThat(note).contains("18028"));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(cancel("111-0000000-0000000", "NoInventory").path("error").asText())
                .contains("does not know");
        assertThat(cancel("111-0000000-0000000", "Whim").path("error").asText())
                .contains("NoInventory", "BuyerCanceled");
        String id = amazon.place(
                        AmazonOrders.seeded(783).fulfilledBy("AMAZON").lines(1).next())
                .path("orderId")
                .asText();
        hub.await("us", id, "WAITING");
        assertThat(cancel(id, "NoInventory").path("error").asText()).contains("Seller Central");
    }

    private JsonNode cancel(String id, String reason) {
        return hub.post("/api/orders/us/" + id + "/cancel", "{\"reason\":\"" + reason + "\"}");
    }

    private String imported(long seed) {
        String id = amazon.place(AmazonOrders.seeded(seed).lines(1).next())
                .path("orderId")
                .asText();
        hub.await("us", id, "IMPORTED");
        return id;
    }

    private void awaitEvent(String id, String event) {
        Awaitility.await(id + " " + event)
                .until(() -> hub.order("us", id)
                        .path("history")
                        .findValuesAsText("event")
                        .contains(event));
    }
}
