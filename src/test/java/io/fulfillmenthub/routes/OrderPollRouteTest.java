package io.fulfillmenthub.routes;

import static io.fulfillmenthub.routes.Connectors.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderPage;
import io.fulfillmenthub.order.OrderSearch;
import io.fulfillmenthub.order.PageTokenExpiredException;
import io.fulfillmenthub.order.RetryableException;
import io.fulfillmenthub.order.SampleOrders;
import io.fulfillmenthub.order.UnreadableOrder;
import io.fulfillmenthub.routes.Connectors.Answer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderPollRouteTest {

    private static final String SEARCH = "amazon-order-search";
    private static final String LANE = "amazon-orders/us";
    /** Beyond every other bound of the shared world: the cursor never moves back. */
    private static final Instant BOUND = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

    private final RouteWorld world = RouteWorld.shared();

    @Test
    void readsPageByPageAndMovesTheCursorAfterTheLast() {
        Order first = SampleOrders.unshipped(RouteWorld.newId());
        Order second = SampleOrders.unshipped(RouteWorld.newId());
        world.connectors.tell(SEARCH, "us", page("T2", first), page(null, second));

        world.poll("order-poll", LANE, "us");

        world.awaitOrder(first.amazonOrderId(), "IMPORTED");
        world.awaitOrder(second.amazonOrderId(), "IMPORTED");
        assertThat(lastSearch().pageToken()).isEqualTo("T2");
        assertThat(world.lane(LANE)).containsEntry("position", Timestamp.from(BOUND));
        assertThat(world.lane(LANE).get("page_token")).isNull();
    }

    @Test
    void resumesAnInterruptedWindowWithItsPageToken() {
        Order first = SampleOrders.unshipped(RouteWorld.newId());
        world.connectors.tell(SEARCH, "us", page("RESUME", first), failing(later()));
        Object position = world.lane(LANE).get("position");

        world.poll("order-poll", LANE, "us");

        assertThat(world.lane(LANE)).containsEntry("page_token", "RESUME").containsEntry("position", position);
        assertThat(world.order(first.amazonOrderId())).isNotEmpty();

        world.poll("order-poll", LANE, "us");

        assertThat(lastSearch().pageToken()).isEqualTo("RESUME");
        assertThat(world.lane(LANE).get("page_token")).isNull();
    }

    @Test
    void startsTheWindowAnewWhenAmazonForgotItsPageToken() {
        world.connectors.tell(
                SEARCH, "us", page("OLD"), failing(new PageTokenExpiredException("The token is too old", null)));
        world.poll("order-poll", LANE, "us");
        OrderSearch interrupted = lastSearch();

        world.poll("order-poll", LANE, "us");

        assertThat(interrupted.pageToken()).isEqualTo("OLD");
        assertThat(lastSearch()).isEqualTo(new OrderSearch("us", interrupted.lastUpdatedAfter(), null, true));
    }

    @Test
    void parksAnUnreadableOrderAndTakesTheOthersOfItsPage() {
        String broken = RouteWorld.newId();
        Order readable = SampleOrders.unshipped(RouteWorld.newId());
        UnreadableOrder unreadable =
                new UnreadableOrder(new OrderKey("us", broken), BOUND, BOUND, "createdTime cannot be read");
        world.connectors.tell(
                SEARCH,
                "us",
                search -> new OrderPage(
                        (OrderSearch) search, List.of(readable), List.of(unreadable), null, Instant.now()));

        world.poll("order-poll", LANE, "us");

        world.awaitOrder(readable.amazonOrderId(), "IMPORTED");
        assertThat(world.order(broken))
                .containsEntry("state", "NEEDS_ATTENTION")
                .containsEntry("reason", "ORDER_UNREADABLE")
                .containsEntry("note", "createdTime cannot be read");
    }

    @Test
    void hasATriggerForEachAccount() {
        assertThat(world.camel().getRoute("order-poll-us").getEndpoint().getEndpointUri())
                .startsWith("quartz://hub/order-poll-us");
        assertThat(world.camel().getRoute("order-poll-jp")).isNotNull();
        assertThat(world.connectors.calls(SEARCH, "jp")).isNotEmpty();
    }

    private OrderSearch lastSearch() {
        List<Connectors.Call> calls = world.connectors.calls(SEARCH, "us");
        return (OrderSearch) calls.get(calls.size() - 1).question();
    }

    private static RetryableException later() {
        return new RetryableException("Amazon is busy", null, java.time.Duration.ofSeconds(1), null);
    }

    private static Answer page(String next, Order... orders) {
        return search -> new OrderPage((OrderSearch) search, List.of(orders), List.of(), next, BOUND);
    }
}
