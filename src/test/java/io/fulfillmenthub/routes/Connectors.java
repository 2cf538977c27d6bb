package io.fulfillmenthub.routes;

import static io.fulfillmenthub.order.SampleOrders.usd;

import io.fulfillmenthub.order.AmazonPackage;
import io.fulfillmenthub.order.CommerceDirectory;
import io.fulfillmenthub.order.CommerceOrder;
import io.fulfillmenthub.order.DueCancellation;
import io.fulfillmenthub.order.FeedReport;
import io.fulfillmenthub.order.NotificationSubscription;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.OrderPage;
import io.fulfillmenthub.order.OrderSearch;
import io.fulfillmenthub.order.SampleOrders;
import io.fulfillmenthub.order.ShipmentPage;
import io.fulfillmenthub.order.ShipmentSearch;
import io.fulfillmenthub.order.StoreView;
import io.fulfillmenthub.order.Work;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;

/** Stand-ins of the connector routes and of two subscribers: they note every call and answer as told, else as usual. */
final class Connectors extends RouteBuilder {

    static final List<String> SUBSCRIBERS = List.of("erp", "wms");

    /** The subscriber that is asked before an order is created. */
    static final String GATE = "gate";

    private static final List<String> REMOTE_CALLS = List.of(
            "amazon-order-search",
            "amazon-order-get",
            "amazon-shipment-confirm",
            "amazon-notification-subscribe",
            "amazon-feed-submit",
            "amazon-feed-search",
            "amazon-feed-report",
            "commerce-directory",
            "commerce-customer",
            "commerce-product-search",
            "commerce-stock-check",
            "commerce-order-search",
            "commerce-order-create",
            "commerce-invoice-create",
            "commerce-order-status",
            "commerce-order-get",
            "commerce-order-cancel",
            "commerce-order-refund",
            "commerce-cancelled-search",
            "commerce-order-hold",
            "commerce-order-unhold",
            "commerce-order-comment",
            "commerce-order-reduce",
            "commerce-shipment-search",
            "commerce-shipment-create");

    private final AtomicLong commerceIds = new AtomicLong(1_000);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Answer>> told = new ConcurrentHashMap<>();
    private final Map<String, CommerceOrder> shop = new ConcurrentHashMap<>();

    /** What a connector makes of its input; it may throw what a real one throws. */
    interface Answer {

        Object to(Object question);
    }

    /**
     * One call of a connector or a subscriber.
     *
     * @param subject the Amazon order id, the account, or {@code shipments}
     * @param question the body it got
     * @param orderId the header HubOrderId
     */
    record Call(String route, String subject, Object question, String orderId, Instant at) {}

    @Override
    public void configure() {
        for (String name : REMOTE_CALLS) {
            answering(from("direct:" + name).routeId(name).errorHandler(noErrorHandler()), name);
        }
        SUBSCRIBERS.forEach(name -> answering(from("direct:" + name).routeId(name), name));
        answering(from("direct:" + GATE).routeId(GATE), GATE);
    }

    private void answering(RouteDefinition route, String name) {
        route.process(exchange -> {
            Object question = exchange.getMessage().getBody();
            String orderId = exchange.getMessage().getHeader("HubOrderId", String.class);
            Call call = new Call(name, subject(question, orderId), question, orderId, Instant.now());
            calls.add(call);
            answer(exchange, call);
        });
    }

    private void answer(Exchange exchange, Call call) {
        Deque<Answer> answers = told.getOrDefault(call.route() + " " + call.subject(), new ArrayDeque<>());
        Answer answer;
        synchronized (answers) {
            answer = Optional.ofNullable(answers.poll()).orElse(question -> usual(call));
        }
        exchange.getMessage().setBody(answer.to(call.question()));
    }

    /** Tells what to answer to the next calls about a subject, one after the other; later calls are answered as usual. */
    void tell(String route, String subject, Answer... answers) {
        Deque<Answer> queue = told.computeIfAbsent(route + " " + subject, key -> new ArrayDeque<>());
        synchronized (queue) {
            queue.addAll(List.of(answers));
        }
    }

    /** An answer that fails. */
    static Answer failing(RuntimeException failure) {
        return question -> {
            throw failure;
        };
    }

    /** The routes called about a subject in their order, subscribers left out. */
    List<String> called(String subject) {
        return calls.stream()
                .filter(call -> call.subject().equals(subject) && REMOTE_CALLS.contains(call.route()))
                .map(Call::route)
                .toList();
    }

    List<Call> calls(String route, String subject) {
        return calls.stream()
                .filter(call -> call.route().equals(route) && call.subject().equals(subject))
                .toList();
    }

    private static String subject(Object question, String orderId) {
        if (question instanceof Work work) {
            return work.key().amazonOrderId();
        }
        if (question instanceof OrderImport order) {
            return order.key().amazonOrderId();
        }
        if (question instanceof OrderKey key) {
            return key.amazonOrderId();
        }
        if (question instanceof NotificationSubscription wish) {
            return wish.accountId();
        }
        if (question instanceof OrderSearch search) {
            return search.accountId();
        }
        if (question instanceof Instant) {
            return "cancelled";
        }
        return question instanceof ShipmentSearch ? "shipments" : orderId.replaceFirst(".*/", "");
    }

    private Object usual(Call call) {
        return switch (call.route()) {
            case "amazon-order-search" ->
                new OrderPage((OrderSearch) call.question(), List.of(), List.of(), null, Instant.now());
            case "amazon-order-get" -> SampleOrders.unshipped(call.subject());
            case "amazon-notification-subscribe" ->
                ((NotificationSubscription) call.question()).at("destination").subscribed("subscription");
            case "amazon-feed-submit" -> ((DueCancellation) call.question()).submitted("feed-" + call.subject());
            case "amazon-feed-search", "commerce-cancelled-search" -> List.of();
            case "amazon-feed-report" -> new FeedReport((DueCancellation) call.question(), "DONE", null, null);
            case "commerce-directory" ->
                new CommerceDirectory(new StoreView(1, "default", 1, "USD", Map.of("USD", BigDecimal.ONE)), List.of());
            case "commerce-customer" -> 77L;
            case "commerce-product-search" -> Map.of();
            case "commerce-order-search" ->
                Optional.ofNullable(shop.get(call.subject())).map(List::of).orElse(List.of());
            case "commerce-order-create" -> create((OrderImport) call.question());
            case "commerce-order-get" -> shop.get(call.subject());
            case "commerce-shipment-search" -> new ShipmentPage((ShipmentSearch) call.question(), List.of());
            case "commerce-shipment-create" -> 4_711L;
            default -> call.question();
        };
    }

    /** Creates the order in the shop, as Commerce does: FBA orders are complete at once. */
    CommerceOrder create(OrderImport order) {
        Map<String, Long> items = new LinkedHashMap<>();
        order.order().lines().stream()
                .map(OrderLine::orderItemId)
                .forEach(item -> items.put(item, commerceIds.incrementAndGet()));
        long id = commerceIds.incrementAndGet();
        String state = order.order().fulfilledByAmazon() ? "complete" : "processing";
        CommerceOrder created = new CommerceOrder(
                id,
                String.valueOf(id),
                order.key().amazonOrderId(),
                state,
                state,
                order.order().grandTotal().amount(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                items,
                false);
        shop.put(order.key().amazonOrderId(), created);
        return created;
    }

    /** Changes an order in the shop: its state, what is invoiced of 45.71 USD, and whether units were shipped. */
    CommerceOrder change(String amazonOrderId, String state, String invoiced, boolean shipped) {
        return shop.computeIfPresent(
                amazonOrderId,
                (id, order) -> new CommerceOrder(
                        order.id(),
                        order.number(),
                        id,
                        state,
                        state,
                        order.grandTotal(),
                        new BigDecimal(invoiced),
                        BigDecimal.ZERO,
                        order.items(),
                        shipped));
    }

    CommerceOrder inShop(String amazonOrderId) {
        return shop.get(amazonOrderId);
    }

    /** An order as Amazon shows it once it knows that parcel. */
    static Order showing(Order order, String reference, String trackingNumber) {
        return new Order(
                order.accountId(),
                order.amazonOrderId(),
                order.marketplaceId(),
                order.purchaseDate(),
                order.lastUpdated().plusSeconds(60),
                io.fulfillmenthub.order.AmazonStatus.SHIPPED,
                "SHIPPED",
                order.fulfilledBy(),
                order.salesChannel(),
                order.programs(),
                order.serviceLevel(),
                order.shipBy(),
                order.deliverBy(),
                order.buyer(),
                order.shipTo(),
                order.lines(),
                order.charges(),
                usd("45.71"),
                List.of(new AmazonPackage(reference, "UPS", trackingNumber, Map.of())),
                null);
    }
}
