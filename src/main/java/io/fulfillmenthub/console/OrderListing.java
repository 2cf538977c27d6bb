package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.OrderBook;
import io.fulfillmenthub.ledger.OrderEntry;
import io.fulfillmenthub.ledger.OrderList;
import io.fulfillmenthub.ledger.OrderSort;
import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.OrderState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The page Orders: one page of the list, the counts of all states and the links that keep the filters.
 *
 * @param query what was asked for
 * @param links the address of the page with its filters
 * @param list the answer
 * @param counts orders in each state, whatever the filters
 * @param accounts the accounts to choose from
 */
record OrderListing(
        OrderQuery query, FilterLinks links, OrderList list, Map<OrderState, Long> counts, List<String> accounts) {

    /**
     * A state with its count and the link that filters by it, or stops doing so.
     *
     * @param state the state
     * @param count orders in it
     * @param chosen whether it is filtered by
     * @param link where a click leads
     */
    record Card(OrderState state, long count, boolean chosen, String link) {}

    public List<Card> cards() {
        return Arrays.stream(OrderState.values()).map(this::card).toList();
    }

    private Card card(OrderState state) {
        boolean chosen = query.filter().states().contains(state);
        String link = chosen ? links.without("state") : links.with("state", state.name());
        return new Card(state, counts.get(state), chosen, link);
    }

    public AmazonStatus[] statuses() {
        return AmazonStatus.values();
    }

    /** @return the number of the first order shown, from 1; 0 when none is */
    public long first() {
        return list.items().isEmpty() ? 0 : (long) query.page() * query.size() + 1;
    }

    /** @return the number of the last order shown */
    public long last() {
        return list.items().isEmpty() ? 0 : first() + list.items().size() - 1;
    }

    /** @return whether there are more orders than were counted */
    public boolean uncounted() {
        return list.total() == OrderBook.MOST_COUNTED + 1;
    }

    /** @return how many orders there are, in words */
    public String total() {
        return uncounted()
                ? String.format(Locale.ROOT, "more than %,d", OrderBook.MOST_COUNTED)
                : String.format(Locale.ROOT, "%,d", list.total());
    }

    public long pages() {
        return Math.max(1, (list.total() + query.size() - 1) / query.size());
    }

    public boolean hasPrevious() {
        return query.page() > 0;
    }

    public boolean hasNext() {
        return query.page() + 1 < pages() || uncounted() && list.items().size() == query.size();
    }

    public String previous() {
        long last = uncounted() ? query.page() : pages();
        return links.with("page", String.valueOf(Math.min(query.page(), last) - 1));
    }

    public String next() {
        return links.with("page", String.valueOf(query.page() + 1));
    }

    /**
     * A heading that sorts.
     *
     * @param order ascending or descending as it is sorted now, null when it is not
     * @param link the list sorted by it, the other way round when it is already
     */
    record Heading(String order, String link) {}

    private Heading heading(OrderSort falling, OrderSort rising) {
        OrderSort next = query.sort() == falling ? rising : falling;
        String order = query.sort() == falling ? "descending" : query.sort() == rising ? "ascending" : null;
        return new Heading(order, links.with("sort", next.name().toLowerCase(Locale.ROOT)));
    }

    public Heading byDate() {
        return heading(OrderSort.NEWEST, OrderSort.OLDEST);
    }

    public Heading byTotal() {
        return heading(OrderSort.HIGHEST_TOTAL, OrderSort.LOWEST_TOTAL);
    }

    public Heading byShipTime() {
        String order = query.sort() == OrderSort.SHIP_BY ? "ascending" : null;
        return new Heading(order, links.with("sort", "ship_by"));
    }

    /** @return whether the hub has seen no order at all yet */
    public boolean nothingYet() {
        return counts.values().stream().allMatch(count -> count == 0);
    }

    /** @return the same as long as the page would look the same */
    public String version() {
        List<Object> seen = new ArrayList<>(List.of(list.total(), counts.toString()));
        list.items().forEach(entry -> seen.add(version(entry)));
        return Integer.toHexString(seen.hashCode());
    }

    static int version(OrderEntry entry) {
        return Objects.hash(
                entry.amazonOrderId(),
                entry.state().name(),
                entry.amazonStatus(),
                entry.commerceOrderNumber(),
                entry.note(),
                entry.updatedAt());
    }
}
