package io.fulfillmenthub.commerce;

import io.fulfillmenthub.commerce.NewOrderJson.Address;
import io.fulfillmenthub.commerce.NewOrderJson.Entity;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;

/** The widths of Commerce's columns: it cuts longer texts without a word (measured), so the hub refuses them instead. */
final class FieldLimits {

    private static final int TEXT = 255;
    private static final int INCREMENT_ID = 50;
    private static final int EXT_ORDER_ID = 32;
    private static final int SHIPPING_METHOD = 120;

    /**
     * Refuses an order of which Commerce would cut a field.
     *
     * @throws RejectedException ADDRESS_REFUSED or ORDER_UNREADABLE, naming the field and its width, not its content
     */
    void require(Entity entity) {
        order("increment_id", entity.incrementId(), INCREMENT_ID);
        order("ext_order_id", entity.extOrderId(), EXT_ORDER_ID);
        order("shipping_description", entity.shippingDescription(), TEXT);
        address("customer_email", entity.customer().customerEmail());
        address("customer_firstname", entity.customer().customerFirstname());
        address("customer_lastname", entity.customer().customerLastname());
        entity.items().forEach(item -> {
            order("items.sku", item.sku(), TEXT);
            order("items.name", item.name(), TEXT);
            order("items.ext_order_item_id", item.extOrderItemId(), TEXT);
        });
        address("billing_address", entity.billingAddress());
        entity.extensionAttributes().shippingAssignments().forEach(assignment -> {
            order("shipping_method", assignment.shipping().method(), SHIPPING_METHOD);
            address("shipping_address", assignment.shipping().address());
        });
    }

    private static void address(String name, Address address) {
        address(name + ".firstname", address.firstname());
        address(name + ".lastname", address.lastname());
        address(name + ".company", address.company());
        address(name + ".street", String.join("\n", address.street()));
        address(name + ".city", address.city());
        address(name + ".region", address.region());
        address(name + ".postcode", address.postcode());
        address(name + ".telephone", address.telephone());
    }

    private static void address(String field, String value) {
        require(ReasonCode.ADDRESS_REFUSED, field, value, TEXT);
    }

    private static void order(String field, String value, int width) {
        require(ReasonCode.ORDER_UNREADABLE, field, value, width);
    }

    private static void require(ReasonCode reason, String field, String value, int width) {
        if (value != null && value.codePointCount(0, value.length()) > width) {
            throw new RejectedException(
                    reason, "Commerce would cut " + field + " to " + width + " characters; shorten it");
        }
    }
}
