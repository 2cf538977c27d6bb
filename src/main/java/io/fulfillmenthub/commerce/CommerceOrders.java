package io.fulfillmenthub.commerce;

import io.fulfillmenthub.commerce.CommerceSearch.Filter;
import io.fulfillmenthub.commerce.NewOrderJson.StatusHistory;
import io.fulfillmenthub.order.CommerceOrder;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderSettings.NumberSource;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
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
            + "total_refunded,base_to_order_rate,status_histories[comment],items[item_id,ext_order_item_id,sku,qty_ordered,"
            + "qty_shipped,qty_refunded,qty_canceled,row_total_incl_tax]";

    private final CommerceTranslator translator = new CommerceTranslator();
    private final CommerceReader reader = new CommerceReader();

    /** @return the question for orders of this Amazon order in every store, or for the one an operator named */
    public CommerceCall search(OrderImport order) {
        CommerceSearch search = new CommerceSearch().where(identities(order));
        return CommerceCall.get(
                "search-orders",
                order.key(),
                CommerceCall.ALL_STORES,
                "/V1/orders",
                search.answering("items[" + FIELDS + "],total_count"));
    }

    private static List<Filter> identities(OrderImport order) {
        if (order.due().adopt() != null) {
            return List.of(new Filter("increment_id", "eq", order.due().adopt()));
        }
        String id = order.key().amazonOrderId();
        List<Filter> anyOf = new ArrayList<>(List.of(new Filter("ext_order_id", "eq", id)));
        if (order.settings().numberSource() == NumberSource.AMAZON) {
            anyOf.add(new Filter("increment_id", "eq", id));
        }
        return anyOf;
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
        return CommerceCall.get(
                "get-order",
                due.key(),
                CommerceCall.ALL_STORES,
                "/V1/orders/" + due.commerceOrderId(),
                new CommerceSearch().answering(FIELDS));
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
}
