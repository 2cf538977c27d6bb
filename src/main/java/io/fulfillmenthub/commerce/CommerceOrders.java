package io.fulfillmenthub.commerce;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.fulfillmenthub.commerce.CommerceSearch.Filter;
import io.fulfillmenthub.commerce.NewOrderJson.StatusHistory;
import io.fulfillmenthub.order.CommerceOrder;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderSettings.NumberSource;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bean {@code commerceOrders}: the calls about orders, and what their answers say. */
public final class CommerceOrders {

    static final String CREATE = "create-order";
    static final String INVOICE = "create-invoice";
    static final String STATUS = "set-status";
    static final String GET_STATUS = "get-status";
    static final String CANCEL = "cancel-order";

    private static final String FIELDS = "entity_id,increment_id,ext_order_id,state,status,grand_total,total_invoiced,"
            + "total_refunded,items[item_id,ext_order_item_id,qty_shipped]";
    private static final String REFUND_FIELDS =
            "entity_id,base_shipping_amount,base_shipping_refunded,items[item_id,qty_invoiced,qty_refunded]";

    private final CommerceTranslator translator = new CommerceTranslator();
    private final CommerceReader reader = new CommerceReader();

    /** @return the question for orders of this Amazon order in every store, also by number when the hub chooses it */
    public CommerceCall search(OrderImport order) {
        String id = order.key().amazonOrderId();
        List<Filter> anyOf = new ArrayList<>(List.of(new Filter("ext_order_id", "eq", id)));
        if (order.settings().numberSource() == NumberSource.AMAZON) {
            anyOf.add(new Filter("increment_id", "eq", id));
        }
        CommerceSearch search = new CommerceSearch().where(anyOf);
        return CommerceCall.get(
                "search-orders",
                order.key(),
                CommerceCall.ALL_STORES,
                "/V1/orders",
                search.answering("items[" + FIELDS + "],total_count"));
    }

    /**
     * Asks for the creation of an order.
     *
     * @throws RejectedException when the order cannot be put into Commerce's words
     */
    public CommerceCall create(OrderImport order) {
        return CommerceCall.post(
                        CREATE, order.key(), order.storeCode(), "/V1/orders", translator.toCommerceOrder(order))
                .hiding(PersonalTexts.of(order.order()));
    }

    /** @return the request for an invoice of everything, without a mail */
    public CommerceCall invoice(OrderImport order) {
        return CommerceCall.post(
                INVOICE,
                order.key(),
                order.storeCode(),
                "/V1/order/" + order.commerce().id() + "/invoice",
                Map.of("capture", true, "notify", false));
    }

    /** @return the request that sets {@code hub.orders.status} by a comment nobody is told of */
    public CommerceCall status(OrderImport order) {
        long id = order.commerce().id();
        String status = order.settings().customStatus().orElse(order.commerce().status());
        StatusHistory history =
                new StatusHistory("Status set on import, as configured in hub.orders.status.", 0, 0, id, status);
        return CommerceCall.post(
                STATUS,
                order.key(),
                order.storeCode(),
                "/V1/orders/" + id + "/comments",
                Map.of("statusHistory", history));
    }

    /** @return the question whether the order has the status now: an invoice, or an extension of the shop, may reset it */
    public CommerceCall statusOf(OrderImport order) {
        return CommerceCall.get(
                GET_STATUS,
                order.key(),
                order.storeCode(),
                "/V1/orders/" + order.commerce().id() + "/statuses",
                List.of());
    }

    /**
     * Believes only what Commerce shows.
     *
     * @throws RejectedException STATUS_REFUSED when the order has another status than the configured one
     */
    public void requireStatus(OrderImport order, String status) {
        String wanted = order.settings().customStatus().orElse(status);
        if (!wanted.equals(status)) {
            throw new RejectedException(
                    ReasonCode.STATUS_REFUSED,
                    "Commerce shows the status " + status + " for order "
                            + order.commerce().number() + " and not " + wanted);
        }
    }

    /** @return the question for one order */
    public CommerceCall get(DueOrder due) {
        return read(due, FIELDS);
    }

    /** @return the question for what of an order can be refunded */
    public CommerceCall refundable(DueOrder due) {
        return read(due, REFUND_FIELDS);
    }

    /** @return the request to cancel an order that is not invoiced */
    public CommerceCall cancel(DueOrder due) {
        return CommerceCall.post(
                CANCEL,
                due.key(),
                CommerceCall.ALL_STORES,
                "/V1/orders/" + due.commerceOrderId() + "/cancel",
                Map.of());
    }

    /**
     * Asks for an offline credit memo of everything that is invoiced and not refunded yet, shipping included, without a mail.
     *
     * @param found the order's own answer to {@link #refundable}
     * @throws RejectedException when there is nothing to refund
     */
    public CommerceCall refund(DueOrder due, CommerceJson.Order found) {
        List<RefundItem> items = found.items().stream()
                .map(item -> new RefundItem(item.itemId(), open(item.qtyInvoiced(), item.qtyRefunded())))
                .filter(item -> item.qty().signum() > 0)
                .toList();
        if (items.isEmpty()) {
            throw new RejectedException(
                    ReasonCode.COMMERCE_REFUSED, "Nothing of the Commerce order is invoiced and not refunded yet");
        }
        BigDecimal shipping = open(found.baseShippingAmount(), found.baseShippingRefunded());
        return CommerceCall.post(
                "refund-order",
                due.key(),
                CommerceCall.ALL_STORES,
                "/V1/order/" + due.commerceOrderId() + "/refund",
                new Refund(items, false, new RefundArguments(shipping, BigDecimal.ZERO, BigDecimal.ZERO)));
    }

    /** @return the order of an answer */
    public CommerceOrder toOrder(CommerceJson.Order order) {
        return reader.toOrder(order);
    }

    /** @return the orders of an answer */
    public List<CommerceOrder> toOrders(CommerceJson.Orders orders) {
        return reader.toOrders(orders);
    }

    /**
     * Reads the answer to a cancellation, which is false with status 200 when Commerce does not cancel.
     *
     * @throws RejectedException COMMERCE_REFUSED when it is false
     */
    public void requireCancelled(Boolean cancelled) {
        if (!cancelled) {
            throw new RejectedException(
                    ReasonCode.COMMERCE_REFUSED,
                    "Commerce does not cancel the order: it is invoiced, closed or cancelled already");
        }
    }

    private static CommerceCall read(DueOrder due, String fields) {
        return CommerceCall.get(
                "get-order",
                due.key(),
                CommerceCall.ALL_STORES,
                "/V1/orders/" + due.commerceOrderId(),
                new CommerceSearch().answering(fields));
    }

    private static BigDecimal open(BigDecimal all, BigDecimal done) {
        return CommerceReader.orZero(all).subtract(CommerceReader.orZero(done));
    }

    private record Refund(
            List<RefundItem> items, @JsonProperty("notify") boolean mail, RefundArguments arguments) {}

    private record RefundItem(@JsonProperty("order_item_id") long orderItemId, BigDecimal qty) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record RefundArguments(
            BigDecimal shippingAmount, BigDecimal adjustmentPositive, BigDecimal adjustmentNegative) {}
}
