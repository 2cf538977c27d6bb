package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** A product as the API answers it. */
final class CommerceProductView {

    private CommerceProductView() {}

    static ObjectNode of(ObjectNode product) {
        ObjectNode view = product.deepCopy();
        view.remove(List.of("source_quantity", "reserved_quantity", CommerceStock.MANAGED));
        ObjectNode extension = view.putObject("extension_attributes");
        extension.putArray("website_ids").add(1);
        extension.set("stock_item", stockItem(product));
        for (String list : List.of("product_links", "options", "media_gallery_entries", "tier_prices")) {
            view.putArray(list);
        }
        ArrayNode attributes = view.putArray("custom_attributes");
        attribute(attributes, "options_container", "container2");
        attribute(attributes, "url_key", product.path("sku").asText().toLowerCase(Locale.ROOT));
        attribute(attributes, "msrp_display_actual_price_type", "0");
        attribute(attributes, "required_options", "0");
        attribute(attributes, "has_options", "0");
        attribute(attributes, "tax_class_id", "2");
        attributes.addObject().put("attribute_code", "category_ids").putArray("value");
        return view;
    }

    static ObjectNode stockItem(ObjectNode product) {
        BigDecimal quantity = CommerceAmounts.of(product, "source_quantity");
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        for (String id : List.of("item_id", "product_id")) {
            item.put(id, product.path("id").asInt());
        }
        CommerceAmounts.put(item, "qty", quantity);
        item.put("stock_id", 1).put("is_in_stock", quantity.signum() > 0);
        List.of(
                        "use_config_min_qty",
                        "use_config_max_sale_qty",
                        "use_config_backorders",
                        "use_config_notify_stock_qty",
                        "use_config_qty_increments",
                        "use_config_enable_qty_inc",
                        "use_config_manage_stock")
                .forEach(flag -> item.put(flag, true));
        item.put(CommerceStock.MANAGED, product.path(CommerceStock.MANAGED).asBoolean(true));
        List.of("is_qty_decimal", "show_default_notification_message", "enable_qty_increments", "is_decimal_divided")
                .forEach(flag -> item.put(flag, false));
        List.of("min_qty", "backorders", "qty_increments", "stock_status_changed_auto")
                .forEach(number -> item.put(number, 0));
        List.of("use_config_min_sale_qty", "min_sale_qty", "notify_stock_qty").forEach(number -> item.put(number, 1));
        return item.put("max_sale_qty", 10_000).putNull("low_stock_date");
    }

    private static void attribute(ArrayNode attributes, String code, String value) {
        attributes.addObject().put("attribute_code", code).put("value", value);
    }
}
