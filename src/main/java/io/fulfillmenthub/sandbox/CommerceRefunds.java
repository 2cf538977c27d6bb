package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.CommerceDocuments.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refunds orders by offline credit memos. */
final class CommerceRefunds {

    private static final String[] PREFIXES = {"", "base_"};

    private final CommerceWorld world;

    CommerceRefunds(CommerceWorld world) {
        this.world = world;
    }

    /**
     * What a refund is asked to be.
     *
     * @param quantities by order item id, empty for everything
     * @param arguments shipping_amount, adjustment_positive, adjustment_negative
     * @param returned the order items whose goods go back to stock
     */
    record Wish(Map<Integer, BigDecimal> quantities, JsonNode arguments, Set<Integer> returned, boolean mail) {}

    /**
     * @return the credit memo's id
     * @throws CommerceError 404 for an unknown order, 400 with every reason why it cannot be refunded
     */
    int refund(int orderId, Wish wish) {
        synchronized (world.lock(orderId)) {
            ObjectNode order = world.order(orderId);
            List<Part> parts = check(order, wish);
            int id = world.creditmemos.nextId();
            ObjectNode memo =
                    CommerceDocuments.head(world, "creditmemo", id, order).put("state", 3);
            for (String prefix : PREFIXES) {
                total(order, memo, parts, wish, prefix);
            }
            ArrayNode items = memo.putArray("items");
            parts.forEach(part -> items.add(CommerceDocuments.item(world, "creditmemo", id, part)));
            if (!world.invoices.find("order_id", String.valueOf(orderId)).isEmpty()) {
                book(order, memo, parts);
            }
            returnToStock(parts, wish.returned());
            world.creditmemos.put(id, memo);
            world.save(order);
            if (wish.mail()) {
                world.mails.send("creditmemo");
            }
            return id;
        }
    }

    private static List<Part> check(ObjectNode order, Wish wish) {
        List<String> complaints = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (JsonNode item : order.path("items")) {
            BigDecimal left = CommerceOrderState.toRefund(item);
            BigDecimal wanted = wish.quantities().isEmpty()
                    ? left
                    : wish.quantities().getOrDefault(item.path("item_id").asInt(), BigDecimal.ZERO);
            if (wanted.compareTo(left) > 0) {
                complaints.add("The quantity to creditmemo must not be greater than the unrefunded quantity for "
                        + "product SKU \"" + item.path("sku").asText() + "\".");
            } else if (wanted.signum() > 0) {
                parts.add(new Part((ObjectNode) item, wanted));
            }
        }
        if (!CommerceOrderState.canRefund(order)) {
            complaints.add("A creditmemo can not be created when an order has a status of "
                    + order.path("status").asText());
        }
        if (!complaints.isEmpty()) {
            throw CommerceError.badRequest(
                    "Creditmemo Document Validation Error(s):\n" + String.join("\n", complaints));
        }
        return parts;
    }

    private static void total(ObjectNode order, ObjectNode memo, List<Part> parts, Wish wish, String prefix) {
        BigDecimal whole = CommerceAmounts.of(order, prefix + "shipping_amount");
        BigDecimal left = whole.subtract(CommerceAmounts.of(order, prefix + "shipping_refunded"));
        BigDecimal shipping = wish.arguments().hasNonNull("shipping_amount") ? shipping(wish, order, prefix) : left;
        if (shipping.compareTo(left) > 0) {
            throw CommerceError.badRequest("Maximum shipping amount allowed to refund is: %1", left.toPlainString());
        }
        BigDecimal tax = Part.total(parts, prefix + "tax_amount")
                .add(ofShipping(order, prefix + "shipping_tax_amount", shipping, whole));
        BigDecimal discount = Part.total(parts, prefix + "discount_amount")
                .add(ofShipping(order, prefix + "shipping_discount_amount", shipping, whole));
        BigDecimal subtotal = Part.total(parts, prefix + "row_total");
        BigDecimal positive = amount(wish, "adjustment_positive", order, prefix);
        BigDecimal negative = amount(wish, "adjustment_negative", order, prefix);
        BigDecimal total =
                subtotal.add(tax).add(shipping).subtract(discount).add(positive).subtract(negative);
        BigDecimal most = CommerceAmounts.of(order, prefix + "total_paid")
                .subtract(CommerceAmounts.of(order, prefix + "total_refunded"));
        if (total.compareTo(most) > 0) {
            throw CommerceError.badRequest(
                    "The most money available to refund is %1.",
                    most.setScale(2, RoundingMode.HALF_UP).toString());
        }
        CommerceAmounts.put(memo, prefix + "subtotal", subtotal);
        CommerceAmounts.put(memo, prefix + "tax_amount", tax);
        CommerceAmounts.put(memo, prefix + "shipping_amount", shipping);
        CommerceAmounts.put(memo, prefix + "discount_amount", discount.negate());
        CommerceAmounts.put(memo, prefix + "adjustment_positive", positive);
        CommerceAmounts.put(memo, prefix + "adjustment_negative", negative);
        CommerceAmounts.put(memo, prefix + "grand_total", total);
    }

    private static BigDecimal shipping(Wish wish, ObjectNode order, String prefix) {
        BigDecimal base = amount(wish, "shipping_amount", order, "base_");
        return CommerceAmounts.share(
                CommerceAmounts.of(order, prefix + "shipping_amount"),
                base,
                CommerceAmounts.of(order, "base_shipping_amount"));
    }

    private static BigDecimal ofShipping(ObjectNode order, String field, BigDecimal part, BigDecimal whole) {
        return part.signum() == 0
                ? BigDecimal.ZERO
                : CommerceAmounts.share(CommerceAmounts.of(order, field), part, whole);
    }

    private static BigDecimal amount(Wish wish, String field, ObjectNode order, String prefix) {
        BigDecimal base = CommerceAmounts.parse(wish.arguments().path(field).asText("0"), field);
        BigDecimal rate = CommerceAmounts.of(order, "base_to_order_rate");
        return prefix.isEmpty() && rate.signum() > 0 ? base.multiply(rate).setScale(4, RoundingMode.HALF_UP) : base;
    }

    private static void book(ObjectNode order, ObjectNode memo, List<Part> parts) {
        parts.forEach(part -> {
            for (String prefix : PREFIXES) {
                CommerceAmounts.add(part.item(), prefix + "amount_refunded", part.share(prefix + "row_total"));
                CommerceAmounts.add(part.item(), prefix + "tax_refunded", part.share(prefix + "tax_amount"));
            }
            part.raise("qty_refunded");
        });
        for (String prefix : PREFIXES) {
            CommerceAmounts.add(order, prefix + "total_refunded", CommerceAmounts.of(memo, prefix + "grand_total"));
            CommerceAmounts.add(order, prefix + "subtotal_refunded", CommerceAmounts.of(memo, prefix + "subtotal"));
            CommerceAmounts.add(order, prefix + "tax_refunded", CommerceAmounts.of(memo, prefix + "tax_amount"));
            CommerceAmounts.add(
                    order, prefix + "shipping_refunded", CommerceAmounts.of(memo, prefix + "shipping_amount"));
            CommerceAmounts.add(
                    order, prefix + "adjustment_negative", CommerceAmounts.of(memo, prefix + "adjustment_negative"));
            CommerceAmounts.add(
                    order, prefix + "adjustment_positive", CommerceAmounts.of(memo, prefix + "adjustment_positive"));
        }
        CommerceOrderState.resolve(order, false);
    }

    private void returnToStock(List<Part> parts, Set<Integer> returned) {
        CommerceStock stock = new CommerceStock(world.products);
        for (Part part : parts) {
            if (returned.contains(part.item().path("item_id").asInt())) {
                boolean shipped = CommerceAmounts.of(part.item(), "qty_shipped").signum() > 0;
                BigDecimal none = BigDecimal.ZERO;
                stock.move(
                        part.item().path("sku").asText(),
                        shipped ? part.quantity() : none,
                        shipped ? none : part.quantity());
            }
        }
    }
}
