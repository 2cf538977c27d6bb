package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.ledger.CancelAnswer;
import io.fulfillmenthub.ledger.Cancellations;
import io.fulfillmenthub.order.CancelReason;
import io.fulfillmenthub.order.DueCancellation;
import io.fulfillmenthub.order.FeedReport;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OutcomeUnknownException;
import io.fulfillmenthub.order.RetryableException;
import io.fulfillmenthub.order.SampleOrders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CancellationSendRouteTest {

    private static final String SUBMIT = "amazon-feed-submit";

    private final RouteWorld world = RouteWorld.shared();
    private final String id = RouteWorld.newId();

    @Test
    void submitsOneFeedHoweverOftenItIsAskedAndFollowsItToTheEnd() {
        world.imported(SampleOrders.unshipped(id));
        world.connectors.tell(
                "amazon-feed-report", id, due -> new FeedReport((DueCancellation) due, "IN_PROGRESS", null, null));

        assertThat(ask()).isEqualTo(CancelAnswer.ASKED);
        assertThat(ask()).isEqualTo(CancelAnswer.ASKED_BEFORE);
        lookNow("SUBMITTED");

        await("DONE");
        assertThat(world.connectors.calls(SUBMIT, id)).hasSize(1);
        assertThat(world.connectors.calls("amazon-feed-report", id)).hasSize(2);
    }

    @Test
    void adoptsTheFeedOfASubmissionWhoseAnswerWasLost() {
        world.imported(SampleOrders.unshipped(id));
        world.connectors.tell(SUBMIT, id, Connectors.failing(lost(Duration.ZERO)));
        world.connectors.tell("amazon-feed-search", id, due -> List.of("lost-" + id));

        ask();

        await("DONE");
        assertThat(row()).containsEntry("feed_id", "lost-" + id);
        assertThat(world.connectors.calls(SUBMIT, id)).hasSize(1);
    }

    @Test
    void parksWhatMayHaveOneOfSeveralFeeds() {
        world.imported(SampleOrders.unshipped(id));
        world.connectors.tell(SUBMIT, id, Connectors.failing(lost(Duration.ZERO)));
        world.connectors.tell("amazon-feed-search", id, due -> List.of("one-" + id, "two-" + id));

        ask();

        await("NEEDS_ATTENTION");
        assertThat(row()).containsEntry("reason", "CANCELLATION_UNCERTAIN").containsEntry("feed_id", null);
        assertThat((String) row().get("note")).contains("cannot be told of 2");
        assertThat(world.connectors.calls(SUBMIT, id)).hasSize(1);
        assertThat(ask()).isEqualTo(CancelAnswer.ASKED);
        await("DONE");
    }

    @Test
    void leavesTheFeedsOfOthersAlone() {
        world.imported(SampleOrders.unshipped(id));
        ask();
        await("DONE");
        String other = RouteWorld.newId();
        world.imported(SampleOrders.unshipped(other));
        world.connectors.tell(SUBMIT, other, Connectors.failing(lost(Duration.ZERO)));
        world.connectors.tell("amazon-feed-search", other, due -> List.of("lost-" + other, "feed-" + id));

        ask(other);

        await(other, "DONE");
        assertThat(row(other)).containsEntry("feed_id", "lost-" + other);
    }

    @Test
    void submitsTheNextOneOnlyWhenItIsKnownWhatBecameOfTheLast() {
        String next = RouteWorld.newId();
        world.imported(SampleOrders.unshipped(id));
        world.imported(SampleOrders.unshipped(next));
        world.connectors.tell(SUBMIT, id, Connectors.failing(lost(Duration.ofHours(1))));
        world.connectors.tell("amazon-feed-search", id, due -> List.of("lost-" + id));
        ask();
        RouteWorld.patiently().until(() -> "Amazon's answer was lost".equals(row().get("note")));

        ask(next);
        lookNow("PENDING");

        await("DONE");
        await(next, "DONE");
        assertThat(world.connectors.calls(SUBMIT, next).get(0).at())
                .isAfter(world.connectors.calls("amazon-feed-search", id).get(0).at());
        assertThat(world.connectors.calls("amazon-feed-search", next)).isEmpty();
    }

    @Test
    void looksForNoFeedAfterAFailureThatMadeNone() {
        world.imported(SampleOrders.unshipped(id));
        world.connectors.tell(
                SUBMIT,
                id,
                Connectors.failing(new RetryableException("Amazon is busy", null, Duration.ofMillis(50), null)));

        ask();

        await("DONE");
        assertThat(world.connectors.calls(SUBMIT, id)).hasSize(2);
        assertThat(world.connectors.calls("amazon-feed-search", id)).isEmpty();
    }

    @Test
    void parksWhatAmazonRefusesAndLetsTheMerchantAskAgain() {
        world.imported(SampleOrders.unshipped(id));
        world.connectors.tell(
                "amazon-feed-report", id, due -> new FeedReport((DueCancellation) due, "DONE", "doc", "18028 No"));

        ask();
        await("NEEDS_ATTENTION");
        assertThat((String) row().get("note")).contains("18028 No");
        assertThat(ask()).isEqualTo(CancelAnswer.ASKED);

        await("DONE");
        assertThat(world.connectors.calls(SUBMIT, id)).hasSize(2);
    }

    private static OutcomeUnknownException lost(Duration wait) {
        return new OutcomeUnknownException("Amazon's answer was lost", null, wait);
    }

    private CancelAnswer ask() {
        return ask(id);
    }

    private CancelAnswer ask(String order) {
        return world.bean(Cancellations.class).ask(new OrderKey("us", order), CancelReason.NO_INVENTORY, "operator");
    }

    private void lookNow(String state) {
        await(state);
        RouteWorld.patiently()
                .until(() -> world.jdbc
                                .sql("update cancellations set due_at = now() where amazon_order_id = ?"
                                        + " and state = ? and locked_until = '-infinity'")
                                .params(id, state)
                                .update()
                        == 1);
    }

    private void await(String state) {
        await(id, state);
    }

    private void await(String order, String state) {
        RouteWorld.patiently().until(() -> state.equals(row(order).get("state")));
    }

    private Map<String, Object> row() {
        return row(id);
    }

    private Map<String, Object> row(String order) {
        return world.jdbc
                .sql("select * from cancellations where amazon_order_id = ?")
                .param(order)
                .query()
                .singleRow();
    }
}
