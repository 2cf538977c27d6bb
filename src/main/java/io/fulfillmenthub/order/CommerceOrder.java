package io.fulfillmenthub.order;

import java.math.BigDecimal;
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
        boolean unitsShipped) {

    public CommerceOrder {
        items = items == null ? Map.of() : Map.copyOf(items);
    }

    /** @return whether Commerce is finished with it */
    public boolean complete() {
        return "complete".equals(state) || "closed".equals(state);
    }

    /** @return whether Commerce holds it as cancelled or refunded */
    public boolean cancelled() {
        return "canceled".equals(state) || "closed".equals(state);
    }

    /** @return whether nothing of it is left to be invoiced */
    public boolean invoiced() {
        return totalInvoiced != null && totalInvoiced.compareTo(grandTotal) >= 0;
    }
}
