package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What an order in its present state allows, and which state follows from what has happened to it. */
final class CommerceOrderState {

    private static final Map<String, String> DEFAULT_STATUS = Map.of("new", "pending");

    private CommerceOrderState() {}

    static BigDecimal toShip(JsonNode item) {
        BigDecimal gone = CommerceAmounts.of(item, "qty_shipped").max(CommerceAmounts.of(item, "qty_refunded"));
        return CommerceAmounts.of(item, "qty_ordered")
                .subtract(gone)
                .subtract(CommerceAmounts.of(item, "qty_canceled"))
                .max(BigDecimal.ZERO);
    }

    static BigDecimal toInvoice(JsonNode item) {
        return CommerceAmounts.of(item, "qty_ordered")
                .subtract(CommerceAmounts.of(item, "qty_invoiced"))
                .subtract(CommerceAmounts.of(item, "qty_canceled"))
                .max(BigDecimal.ZERO);
    }

    static BigDecimal toRefund(JsonNode item) {
        return CommerceAmounts.of(item, "qty_invoiced")
                .subtract(CommerceAmounts.of(item, "qty_refunded"))
                .max(BigDecimal.ZERO);
    }

    static boolean canShip(JsonNode order) {
        return !is(order, "holded", "payment_review", "canceled")
                && order.path("is_virtual").asInt() == 0
                && StreamSupport.stream(order.path("items").spliterator(), false)
                        .anyMatch(item -> toShip(item).signum() > 0);
    }

    static boolean canInvoice(JsonNode order) {
        return !is(order, "holded", "payment_review", "canceled", "complete", "closed") && isAnythingToInvoice(order);
    }

    static boolean canCancel(JsonNode order) {
        return canInvoice(order);
    }

    static boolean canHold(JsonNode order) {
        return !is(order, "holded", "payment_review", "canceled", "complete", "closed");
    }

    static boolean canRefund(JsonNode order) {
        if (is(order, "holded", "payment_review", "canceled", "closed")) {
            return false;
        }
        BigDecimal refunded = CommerceAmounts.of(order, "total_refunded");
        BigDecimal left = CommerceAmounts.of(order, "total_paid").subtract(refunded);
        if (CommerceAmounts.of(order, "grand_total").signum() == 0) {
            return !canInvoice(order) && order.has("total_paid") && !order.has("total_refunded");
        }
        return left.signum() != 0
                && left.subtract(CommerceAmounts.of(order, "adjustment_negative"))
                                .signum()
                        != 0;
    }

    /** Sets the state after a shipment, an invoice or a refund; the status becomes that state's own. */
    static void resolve(ObjectNode order, boolean inProgress) {
        if (is(order, "new") && inProgress) {
            set(order, "processing");
        }
        boolean finished = !is(order, "canceled", "holded") && !canInvoice(order) && !canShip(order);
        if (finished && order.hasNonNull("state") && !is(order, "complete", "closed")) {
            if (CommerceAmounts.of(order, "base_grand_total").signum() == 0 || canRefund(order)) {
                set(order, "complete");
            } else if (CommerceAmounts.of(order, "total_refunded").signum() > 0) {
                set(order, "closed");
            }
        }
        check(order);
    }

    /** Applies the rule every save of an order is subject to. */
    static void check(ObjectNode order) {
        if (is(order, "canceled", "holded") || canInvoice(order) || !is(order, "processing", "complete")) {
            return;
        }
        boolean nothingLeft = !canShip(order) || isFulfilledByRefunds(order);
        if (nothingLeft && !canRefund(order) && order.path("is_virtual").asInt() == 0) {
            set(order, "closed");
        } else if (nothingLeft && is(order, "processing")) {
            set(order, "complete");
        }
    }

    static void set(ObjectNode order, String state) {
        order.put("state", state).put("status", DEFAULT_STATUS.getOrDefault(state, state));
    }

    static boolean is(JsonNode order, String... states) {
        return Set.of(states).contains(order.path("state").asText());
    }

    private static boolean isAnythingToInvoice(JsonNode order) {
        return StreamSupport.stream(order.path("items").spliterator(), false)
                .anyMatch(item -> toInvoice(item).signum() > 0);
    }

    private static boolean isFulfilledByRefunds(JsonNode order) {
        BigDecimal shipped = sum(order, "qty_shipped");
        return shipped.signum() > 0
                && CommerceAmounts.of(order, "total_qty_ordered").compareTo(shipped.add(sum(order, "qty_refunded")))
                        <= 0;
    }

    private static BigDecimal sum(JsonNode order, String field) {
        return StreamSupport.stream(order.path("items").spliterator(), false)
                .map(item -> CommerceAmounts.of(item, field))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
