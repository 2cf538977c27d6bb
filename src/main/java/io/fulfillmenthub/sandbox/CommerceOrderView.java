package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** An order as the API answers it: row totals after discounts, and what the database fills in by itself. */
final class CommerceOrderView {

    private static final List<String> ITEM_ZEROS = List.of(
            "amount_refunded",
            "base_amount_refunded",
            "base_cost",
            "base_discount_amount",
            "base_discount_invoiced",
            "base_row_invoiced",
            "base_tax_invoiced",
            "discount_amount",
            "discount_invoiced",
            "discount_percent",
            "free_shipping",
            "no_discount",
            "qty_backordered",
            "qty_canceled",
            "qty_invoiced",
            "qty_ordered",
            "qty_refunded",
            "qty_shipped",
            "row_invoiced",
            "tax_amount",
            "tax_invoiced",
            "tax_percent");
    private static final List<String> LISTS = List.of(
            "payment_additional_info", "applied_taxes", "item_applied_taxes", "taxes", "additional_itemized_taxes");
    private static final List<String> TOTALS =
            List.of("shipping_amount", "shipping_incl_tax", "shipping_tax_amount", "shipping_discount_amount");

    private CommerceOrderView() {}

    /** @return the answer to the call that created or changed the order */
    static ObjectNode answered(ObjectNode order) {
        ObjectNode view = order.deepCopy();
        view.path("items").forEach(item -> rowTotals((ObjectNode) item));
        for (String field : new String[] {"customer_email", "grand_total", "base_grand_total"}) {
            if (!view.has(field)) {
                view.putNull(field);
            }
        }
        JsonNode assignments = view.path("extension_attributes").path("shipping_assignments");
        assignments.forEach(assignment -> ((ObjectNode) assignment).putNull("items"));
        return view;
    }

    /** @return the order as it is read */
    static ObjectNode read(ObjectNode order) {
        ObjectNode view = order.deepCopy();
        for (JsonNode node : view.path("items")) {
            ObjectNode item = (ObjectNode) node;
            zeros(item);
            rowTotals(item);
            item.putObject("extension_attributes").putArray("itemized_taxes");
        }
        ObjectNode extension = view.withObject("/extension_attributes");
        for (JsonNode assignment : extension.path("shipping_assignments")) {
            ObjectNode total = ((ObjectNode) assignment.path("shipping")).putObject("total");
            TOTALS.forEach(field -> copy(view, total, field));
            ((ObjectNode) assignment).set("items", view.path("items").deepCopy());
        }
        LISTS.forEach(extension::putArray);
        extension.put("converting_from_quote", false);
        return view;
    }

    /** Gives an item the noughts that its table has where nothing was given. */
    static void zeros(ObjectNode item) {
        ITEM_ZEROS.stream().filter(field -> !item.has(field)).forEach(field -> item.put(field, 0));
    }

    private static void copy(ObjectNode order, ObjectNode total, String field) {
        for (String name : new String[] {field, "base_" + field}) {
            if (order.has(name)) {
                total.set(name, order.get(name));
            }
        }
    }

    private static void rowTotals(ObjectNode item) {
        for (String prefix : new String[] {"", "base_"}) {
            BigDecimal net = CommerceAmounts.of(item, prefix + "row_total")
                    .subtract(CommerceAmounts.of(item, prefix + "discount_amount"))
                    .add(CommerceAmounts.of(item, prefix + "discount_tax_compensation_amount"));
            CommerceAmounts.put(item, prefix + "row_total", net);
            CommerceAmounts.put(
                    item, prefix + "row_total_incl_tax", net.add(CommerceAmounts.of(item, prefix + "tax_amount")));
        }
    }
}
