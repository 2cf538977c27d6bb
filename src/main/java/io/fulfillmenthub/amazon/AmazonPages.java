package io.fulfillmenthub.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import io.fulfillmenthub.amazon.AmazonJson.SearchOrdersResponse;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderPage;
import io.fulfillmenthub.order.OrderSearch;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.UnreadableOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pages of Amazon's order search: what can be read goes on, what cannot is set aside with the reason. */
final class AmazonPages {

    private final AmazonTranslator translator = new AmazonTranslator();

    /**
     * @return the page; without a readable bound it is the newest change on the page, else where the window began, so that
     *     nothing is skipped
     */
    OrderPage toPage(OrderSearch search, SearchOrdersResponse answer) {
        List<Order> orders = new ArrayList<>();
        List<UnreadableOrder> unreadable = new ArrayList<>();
        for (JsonNode json : AmazonFields.list(answer.orders())) {
            try {
                orders.add(translator.toOrder(search.accountId(), json));
            } catch (RejectedException e) {
                unreadable.add(setAside(search.accountId(), json, e.getMessage()));
            }
        }
        String next = answer.pagination() == null ? null : answer.pagination().nextToken();
        Instant bound = moment(answer.lastUpdatedBefore()).orElseGet(() -> newest(orders, search.lastUpdatedAfter()));
        return new OrderPage(search, List.copyOf(orders), List.copyOf(unreadable), AmazonFields.text(next), bound);
    }

    private static Instant newest(List<Order> orders, Instant windowStart) {
        return orders.stream()
                .map(Order::lastUpdated)
                .filter(windowStart::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(windowStart);
    }

    private static UnreadableOrder setAside(String accountId, JsonNode json, String why) {
        return new UnreadableOrder(
                new OrderKey(accountId, identity(json)),
                moment(field(json, "createdTime")).orElse(Instant.EPOCH),
                moment(field(json, "lastUpdatedTime")).orElse(Instant.EPOCH),
                why);
    }

    /** An order without a readable id gets one from its content, the same whenever Amazon lists it unchanged. */
    private static String identity(JsonNode json) {
        try {
            return AmazonFields.id("orderId", field(json, "orderId"));
        } catch (RejectedException nameless) {
            return "unreadable-" + UUID.nameUUIDFromBytes(String.valueOf(json).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String field(JsonNode json, String name) {
        return json == null ? null : json.path(name).asText(null);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.ofNullable(AmazonFields.time("time", text));
        } catch (RejectedException unreadable) {
            return Optional.empty();
        }
    }
}
