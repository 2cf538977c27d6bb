package io.fulfillmenthub.commerce;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.fulfillmenthub.commerce.NewOrderJson.StatusHistory;
import io.fulfillmenthub.order.BothSides;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.Reduction;
import io.fulfillmenthub.order.RejectedException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Bean {@code commerceAdjustments}: the calls that follow what Amazon changes of an order which is in Commerce. */
public final class CommerceAdjustments {

    private static final int MOST = 500;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String REFUND_FIELDS = "entity_id,base_shipping_amount,base_shipping_refunded,"
            + "base_adjustment_positive,base_adjustment_negative,items[item_id,qty_invoiced,qty_refunded]";

    /** @return the search for orders that were cancelled or closed since then, before its first page */
    public CancelledOrders cancelledSince(Instant since) {
        return new CancelledOrders(since, List.of(), true);
    }

    /** @return the question for the next page, which begins behind the last id, so that no change in between moves it */
    public CommerceCall cancelledCall(CancelledOrders known) {
        CommerceSearch search = new CommerceSearch()
                .where("state", "in", "canceled,closed")
                .where("updated_at", "gteq", UTC.format(known.since()))
                .where("entity_id", "gt", known.last())
                .ascendingBy("entity_id")
                .pageSize(MOST);
        return CommerceCall.get(
                "search-cancelled",
                null,
                CommerceCall.ALL_STORES,
                "/V1/orders",
                search.answering("items[entity_id],total_count"));
    }

    /** @return the search with another page; a page that is not full is the last */
    public CancelledOrders found(CancelledOrders known, CommerceJson.Orders page) {
        List<Long> ids = page.items().stream().map(CommerceJson.Order::entityId).toList();
        return known.with(ids, ids.size() == MOST);
    }

    /** @return the request that puts an order on hold */
    public CommerceCall hold(BothSides sides) {
        return action(sides, "hold-order", "/hold", Map.of());
    }

    /** @return the request that releases an order */
    public CommerceCall unhold(BothSides sides) {
        return action(sides, "unhold-order", "/unhold", Map.of());
    }

    /** @return the request for the comment that tells why, which nobody is mailed */
    public CommerceCall explain(BothSides sides) {
        StatusHistory comment =
                new StatusHistory(sides.explanation(), 0, 0, sides.commerce().id(), null);
        return action(sides, "comment-order", "/comments", Map.of("statusHistory", comment));
    }

    /** @return the request for an offline credit memo of the units that Amazon took out, without a mail */
    public CommerceCall reduce(BothSides sides) {
        Reduction reduction = sides.reduction();
        List<RefundItem> items = reduction.units().entrySet().stream()
                .map(item -> new RefundItem(item.getKey(), BigDecimal.valueOf(item.getValue())))
                .toList();
        BigDecimal adjustment = reduction.adjustment();
        return refund(sides.due(), items, BigDecimal.ZERO, adjustment);
    }

    /** @return the question for what of an order can be refunded */
    public CommerceCall refundable(DueOrder due) {
        return CommerceCall.get(
                "get-order",
                due.key(),
                CommerceCall.ALL_STORES,
                "/V1/orders/" + due.commerceOrderId(),
                new CommerceSearch().answering(REFUND_FIELDS));
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
        // what went back beyond the value of single units must not go back again
        return refund(due, items, shipping, open(found.baseAdjustmentNegative(), found.baseAdjustmentPositive()));
    }

    private static CommerceCall refund(
            DueOrder due, List<RefundItem> items, BigDecimal shipping, BigDecimal adjustment) {
        return CommerceCall.post(
                "refund-order",
                due.key(),
                CommerceCall.ALL_STORES,
                "/V1/order/" + due.commerceOrderId() + "/refund",
                new Refund(
                        items,
                        false,
                        new RefundArguments(
                                shipping,
                                adjustment.max(BigDecimal.ZERO),
                                adjustment.negate().max(BigDecimal.ZERO))));
    }

    private static CommerceCall action(BothSides sides, String operation, String path, Object content) {
        return CommerceCall.post(
                operation,
                sides.due().key(),
                CommerceCall.ALL_STORES,
                "/V1/orders/" + sides.commerce().id() + path,
                content);
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
