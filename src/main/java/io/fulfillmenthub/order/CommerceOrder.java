package io.fulfillmenthub.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * An order as Commerce holds it.
 *
 * @param id Commerce's {@code entity_id}
 * @param number Commerce's {@code increment_id}
 * @param amazonOrderId Commerce's {@code ext_order_id}
 * @param state Commerce's state, such as processing
 * @param status Commerce's status
 * @param grandTotal in the order's currency
 * @param totalInvoiced in the order's currency
 * @param totalRefunded in the order's currency
 * @param items Commerce's {@code item_id} by Amazon order item id
 * @param unitsShipped whether any unit was shipped in Commerce
 * @param lines its items, as far as they are Amazon's
 * @param baseToOrderRate units of the order's currency for one of the shop's base currency
 * @param itemsBySku Commerce's {@code item_id} by Commerce's SKU, of items that are not known to be Amazon's
 * @param comments what the hub wrote into the order's history because of Amazon
 */
public record CommerceOrder(
        long id,
        String number,
        String amazonOrderId,
        String state,
        String status,
        BigDecimal grandTotal,
        BigDecimal totalInvoiced,
        BigDecimal totalRefunded,
        Map<String, Long> items,
        boolean unitsShipped,
        List<CommerceItem> lines,
        BigDecimal baseToOrderRate,
        Map<String, Long> itemsBySku,
        List<String> comments) {

    /** An order of whose items and history nothing else is known. */
    public CommerceOrder(
            long id,
            String number,
            String amazonOrderId,
            String state,
            String status,
            BigDecimal grandTotal,
            BigDecimal totalInvoiced,
            BigDecimal totalRefunded,
            Map<String, Long> items,
            boolean unitsShipped) {
        this(
                id,
                number,
                amazonOrderId,
                state,
                status,
                grandTotal,
                totalInvoiced,
                totalRefunded,
                items,
                unitsShipped,
                List.of(),
                BigDecimal.ONE,
                Map.of(),
                List.of());
    }

    public CommerceOrder {
        items = items == null ? Map.of() : Map.copyOf(items);
        lines = lines == null ? List.of() : List.copyOf(lines);
        baseToOrderRate = baseToOrderRate == null ? BigDecimal.ONE : baseToOrderRate;
        itemsBySku = itemsBySku == null ? Map.of() : Map.copyOf(itemsBySku);
        comments = comments == null ? List.of() : List.copyOf(comments);
    }

    /** @return the same order whose items are these by Amazon order item id */
    CommerceOrder withItems(Map<String, Long> known) {
        return new CommerceOrder(
                id,
                number,
                amazonOrderId,
                state,
                status,
                grandTotal,
                totalInvoiced,
                totalRefunded,
                known,
                unitsShipped,
                lines,
                baseToOrderRate,
                itemsBySku,
                comments);
    }

    /** @return whether Commerce is finished with it */
    public boolean complete() {
        return "complete".equals(state) || "closed".equals(state);
    }

    /** @return whether Commerce holds it as cancelled or refunded */
    public boolean cancelled() {
        return "canceled".equals(state) || "closed".equals(state);
    }

    /** @return whether it is on hold */
    public boolean held() {
        return "holded".equals(state);
    }

    /** @return whether nothing of it is left to be invoiced */
    public boolean invoiced() {
        return totalInvoiced != null && totalInvoiced.compareTo(grandTotal) >= 0;
    }
}
