package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.CommerceDocuments.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Invoices orders. The amounts are added up from the items, the shipping, the tax and the discount, not given. */
final class CommerceInvoicing {

    private static final String[] PREFIXES = {"", "base_"};

    private final CommerceWorld world;

    CommerceInvoicing(CommerceWorld world) {
        this.world = world;
    }

    /**
     * @param quantities by order item id, empty for everything
     * @return the invoice's id
     * @throws CommerceError 404 for an unknown order, 400 with every reason why it cannot be invoiced
     */
    int invoice(int orderId, Map<Integer, BigDecimal> quantities, boolean notify) {
        synchronized (world.lock(orderId)) {
            ObjectNode order = world.order(orderId);
            List<Part> parts = check(order, quantities);
            int id = world.invoices.nextId();
            ObjectNode invoice =
                    CommerceDocuments.head(world, "invoice", id, order).put("state", 2);
            boolean last = isLast(order, parts);
            for (String prefix : PREFIXES) {
                total(order, invoice, parts, prefix, last);
            }
            ArrayNode items = invoice.putArray("items");
            parts.forEach(part -> items.add(CommerceDocuments.item(world, "invoice", id, part)));
            parts.forEach(CommerceInvoicing::raise);
            settle(order);
            world.invoices.put(id, invoice);
            world.save(order);
            if (notify) {
                world.mails.send("invoice");
            }
            return id;
        }
    }

    private static List<Part> check(ObjectNode order, Map<Integer, BigDecimal> quantities) {
        List<String> complaints = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (JsonNode item : order.path("items")) {
            BigDecimal left = CommerceOrderState.toInvoice(item);
            BigDecimal wanted = quantities.isEmpty()
                    ? left
                    : quantities.getOrDefault(item.path("item_id").asInt(), BigDecimal.ZERO);
            if (wanted.compareTo(left) > 0) {
                complaints.add("The quantity to invoice must not be greater than the uninvoiced quantity for product "
                        + "SKU \"" + item.path("sku").asText() + "\".");
            } else if (wanted.signum() > 0) {
                parts.add(new Part((ObjectNode) item, wanted));
            }
        }
        if (parts.isEmpty() && complaints.isEmpty()) {
            complaints.add("The invoice can't be created without products. Add products and try again.");
        }
        if (CommerceOrderState.is(order, "payment_review", "holded", "canceled", "complete", "closed")) {
            complaints.add("An invoice cannot be created when an order has a status of "
                    + order.path("status").asText());
        }
        if (!complaints.isEmpty()) {
            throw CommerceError.badRequest("Invoice Document Validation Error(s):\n" + String.join("\n", complaints));
        }
        return parts;
    }

    private static boolean isLast(ObjectNode order, List<Part> parts) {
        BigDecimal left = BigDecimal.ZERO;
        for (JsonNode item : order.path("items")) {
            left = left.add(CommerceOrderState.toInvoice(item));
        }
        return left.compareTo(Part.total(parts)) == 0;
    }

    private void total(ObjectNode order, ObjectNode invoice, List<Part> parts, String prefix, boolean last) {
        boolean first = world.invoices
                .find("order_id", order.path("entity_id").asText())
                .isEmpty();
        BigDecimal subtotal = amount(order, parts, prefix, "subtotal", "row_total", last);
        BigDecimal tax = amount(order, parts, prefix, "tax", "tax_amount", last);
        BigDecimal shipping = first ? CommerceAmounts.of(order, prefix + "shipping_amount") : BigDecimal.ZERO;
        BigDecimal discount = Part.total(parts, prefix + "discount_amount");
        if (first) {
            tax = last ? tax : tax.add(CommerceAmounts.of(order, prefix + "shipping_tax_amount"));
            discount = discount.add(CommerceAmounts.of(order, prefix + "shipping_discount_amount"));
        }
        BigDecimal compensation = Part.total(parts, prefix + "discount_tax_compensation_amount");
        BigDecimal total = subtotal.add(tax).add(shipping).subtract(discount).add(compensation);
        book(order, invoice, prefix, "subtotal", "subtotal", subtotal);
        book(order, invoice, prefix, "tax", "tax_amount", tax);
        book(order, invoice, prefix, "shipping", "shipping_amount", shipping);
        book(order, invoice, prefix, "discount", "discount_amount", discount.negate());
        book(order, invoice, prefix, "total", "grand_total", total);
        CommerceAmounts.add(order, prefix + "total_paid", total);
    }

    private static BigDecimal amount(
            ObjectNode order, List<Part> parts, String prefix, String name, String itemField, boolean last) {
        String whole = prefix + (name.equals("tax") ? "tax_amount" : name);
        return last
                ? CommerceAmounts.of(order, whole).subtract(CommerceAmounts.of(order, prefix + name + "_invoiced"))
                : Part.total(parts, prefix + itemField);
    }

    private static void book(
            ObjectNode order, ObjectNode invoice, String prefix, String name, String field, BigDecimal amount) {
        CommerceAmounts.add(order, prefix + name + "_invoiced", amount);
        CommerceAmounts.put(invoice, prefix + field, amount);
    }

    private static void raise(Part part) {
        for (String prefix : PREFIXES) {
            CommerceAmounts.add(part.item(), prefix + "row_invoiced", part.share(prefix + "row_total"));
            CommerceAmounts.add(part.item(), prefix + "tax_invoiced", part.share(prefix + "tax_amount"));
            CommerceAmounts.add(part.item(), prefix + "discount_invoiced", part.share(prefix + "discount_amount"));
        }
        part.raise("qty_invoiced");
    }

    private static void settle(ObjectNode order) {
        CommerceOrderIntake.due(order);
        CommerceOrderState.resolve(order, true);
        if (CommerceOrderState.is(order, "processing")) {
            CommerceOrderState.set(order, "processing");
        }
    }
}
