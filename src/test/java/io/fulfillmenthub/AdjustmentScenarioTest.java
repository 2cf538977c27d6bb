package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Fault.Kind;
import io.fulfillmenthub.sandbox.Faults;
import java.math.BigDecimal;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Amazon changes of an order that is in Commerce: requests to cancel, and units that are taken out. */
@ExtendWith(NoSecondChance.class)
class AdjustmentScenarioTest {

    private final HubWorld world = HubWorld.shared();
    private final AmazonWorld amazon = world.sandbox().bean(AmazonWorld.class);
    private final Shop shop = new Shop(world.sandbox().baseUrl());
    private final Hub hub = new Hub(world.hubUrl());

    @Test
    void holdsAnOrderWhoseBuyerAsksToCancelAndReleasesItWhenTheRequestIsGone() {
        String id = imported(771, 1);

        amazon.update(
                id,
                order -> item(order)
                        .putObject("cancellation")
                        .putObject("cancellationRequest")
                        .put("requester", "BUYER"));
        awaitState(id, "holded");
        awaitEvent(id, "ON_HOLD");
        amazon.update(id, order -> order.putArray("programs").add("PRIME"));
        amazon.update(id, order -> item(order).remove("cancellation"));
        awaitState(id, "processing");
        awaitEvent(id, "RELEASED");

        assertThat(comments(id))
                .satisfiesExactly(
                        hold -> assertThat(hold).contains("the buyer asks to cancel"),
                        release -> assertThat(release).contains("no longer asks to cancel"));
        assertThat(hub.order("us", id).path("history").findValuesAsText("event"))
                .containsOnlyOnce("ON_HOLD", "RELEASED");
    }

    @Test
    void settlesAnOrderThatWasOnHoldWhenAmazonCancelsIt() {
        String id = imported(772, 1);
        amazon.update(
                id,
                order -> item(order)
                        .putObject("cancellation")
                        .putObject("cancellationRequest")
                        .put("requester", "BUYER"));
        awaitState(id, "holded");

        amazon.cancel(id);

        hub.await("us", id, "CANCELLED");
        assertThat(shop.order(id).path("state").asText()).isEqualTo("closed");
        assertThat(refunded(id))
                .isEqualByComparingTo(shop.order(id).path("grand_total").asText());
    }

    @Test
    void refundsALineThatAmazonTakesOutToTheCentAndTheRestWhenAllIsCancelled() {
        String id = imported(773, 2);

        amazon.update(id, order -> {
            takeOut(order);
            lower(order, "7.77");
        });
        awaitEvent(id, "REDUCED");

        assertThat(refunded(id)).isEqualByComparingTo("7.77");
        assertThat(shop.get("/commerce/rest/all/V1/creditmemos?searchCriteria%5BpageSize%5D=500")
                        .path("items"))
                .filteredOn(memo -> memo.path("order_id").asLong()
                        == shop.order(id).path("entity_id").asLong())
                .singleElement()
                .satisfies(memo -> assertThat(memo.path("items")).hasSize(1));

        amazon.cancel(id);
        hub.await("us", id, "CANCELLED");
        assertThat(refunded(id))
                .isEqualByComparingTo(shop.order(id).path("grand_total").asText());
    }

    @Test
    void recordsARefundWhoseAnswerWasLostAndDoesNotRepeatIt() {
        String id = imported(775, 2);
        world.sandbox().bean(Faults.class).add(Fault.of("commerce", "order-refund", Kind.RESET_AFTER));

        amazon.update(id, order -> {
            takeOut(order);
            lower(order, "7.77");
        });
        awaitEvent(id, "REDUCED");

        assertThat(refunded(id)).isEqualByComparingTo("7.77");
        assertThat(hub.order("us", id).path("history").findValuesAsText("note"))
                .filteredOn(note -> note.contains("refunded in Commerce order"))
                .singleElement()
                .asString()
                .contains("7.77");
    }

    @Test
    void callsAPersonWhenUnitsAreGoneButTheMoneyIsNot() {
        String id = imported(774, 2);

        amazon.update(id, AdjustmentScenarioTest::takeOut);

        JsonNode parked = hub.await("us", id, "NEEDS_ATTENTION");
        assertThat(parked.path("reason").asText()).isEqualTo("UNITS_LOWERED");
        amazon.update(id, order -> lower(order, "1.00"));
        hub.await("us", id, "IMPORTED");
        assertThat(refunded(id)).isEqualByComparingTo("1.00");
    }

    private String imported(long seed, int lines) {
        String id = amazon.place(AmazonOrders.seeded(seed).lines(lines).next())
                .path("orderId")
                .asText();
        hub.await("us", id, "IMPORTED");
        return id;
    }

    private static void takeOut(ObjectNode order) {
        item(order).put("quantityOrdered", 0);
    }

    private static void lower(ObjectNode order, String by) {
        ObjectNode total = (ObjectNode) order.path("proceeds").path("grandTotal");
        total.put(
                "amount",
                new BigDecimal(total.path("amount").asText())
                        .subtract(new BigDecimal(by))
                        .toPlainString());
    }

    private static ObjectNode item(ObjectNode order) {
        return (ObjectNode) order.path("orderItems").get(0);
    }

    private BigDecimal refunded(String id) {
        return new BigDecimal(shop.order(id).path("total_refunded").asText("0"));
    }

    private List<String> comments(String id) {
        return shop.order(id).path("status_histories").findValuesAsText("comment").stream()
                .filter(comment -> comment.startsWith("Amazon: "))
                .toList();
    }

    private void awaitState(String id, String state) {
        Awaitility.await(id + " " + state)
                .until(() -> shop.order(id).path("state").asText(), state::equals);
    }

    private void awaitEvent(String id, String event) {
        Awaitility.await(id + " " + event)
                .until(
                        () -> hub.order("us", id).path("history").findValuesAsText("event"),
                        found -> found.contains(event));
    }
}
