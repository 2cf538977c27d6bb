package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.ledger.CancelAnswer;
import io.fulfillmenthub.ledger.Cancellations;
import io.fulfillmenthub.order.CancelReason;
import io.fulfillmenthub.order.DueCancellation;
import io.fulfillmenthub.order.FeedReport;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OutcomeUnknownException;
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
        lookNow();

        await("DONE");
        assertThat(world.connectors.calls(SUBMIT, id)).hasSize(1);
        assertThat(world.connectors.calls("amazon-feed-report", id)).hasSize(2);
    }

    @Test
    void adoptsTheFeedOfASubmissionWhoseAnswerWasLost() {
        world.imported(SampleOrders.unshipped(id));
        world.connectors.tell(
                SUBMIT,
                id,
                Connectors.failing(new OutcomeUnknownException("The answer was lost", null, Duration.ZERO)));
        world.connectors.tell("amazon-feed-search", id, due -> List.of("lost-" + id));

        ask();

        await("DONE");
        assertThat(row()).containsEntry("feed_id", "lost-" + id);
        assertThat(world.connectors.calls(SUBMIT, id)).hasSize(1);
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

    private CancelAnswer ask() {
        return world.bean(Cancellations.class).ask(new OrderKey("us", id), CancelReason.NO_INVENTORY, "operator");
    }

    private void lookNow() {
        await("SUBMITTED");
        RouteWorld.patiently()
                .until(() -> world.jdbc
                                .sql("update cancellations set due_at = now() where amazon_order_id = ?"
                                        + " and state = 'SUBMITTED' and locked_until = '-infinity'")
                                .param(id)
                                .update()
                        == 1);
    }

    private void await(String state) {
        RouteWorld.patiently().until(() -> state.equals(row().get("state")));
    }

    private Map<String, Object> row() {
        return world.jdbc
                .sql("select * from cancellations where amazon_order_id = ?")
                .param(id)
                .query()
                .singleRow();
    }
}
