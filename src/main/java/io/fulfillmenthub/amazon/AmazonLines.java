package io.fulfillmenthub.amazon;

import static io.fulfillmenthub.amazon.AmazonFields.id;
import static io.fulfillmenthub.amazon.AmazonFields.list;
import static io.fulfillmenthub.amazon.AmazonFields.money;
import static io.fulfillmenthub.amazon.AmazonFields.text;
import static io.fulfillmenthub.amazon.AmazonFields.units;
import static io.fulfillmenthub.amazon.AmazonFields.unreadable;

import io.fulfillmenthub.amazon.AmazonJson.Breakdown;
import io.fulfillmenthub.amazon.AmazonJson.GiftOption;
import io.fulfillmenthub.amazon.AmazonJson.ItemFulfillment;
import io.fulfillmenthub.amazon.AmazonJson.ItemProceeds;
import io.fulfillmenthub.amazon.AmazonJson.OrderItem;
import io.fulfillmenthub.amazon.AmazonJson.Packing;
import io.fulfillmenthub.amazon.AmazonJson.WireProduct;
import io.fulfillmenthub.order.OrderLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The items of an Amazon order as lines of the canonical order. */
final class AmazonLines {

    private AmazonLines() {}

    static List<OrderLine> of(List<OrderItem> items) {
        List<OrderLine> lines = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < list(items).size(); i++) {
            String field = "orderItems[" + i + "]";
            OrderLine line = line(field, items.get(i));
            if (!ids.add(line.orderItemId())) {
                throw unreadable(field + ".orderItemId", "is listed twice");
            }
            lines.add(line);
        }
        return lines;
    }

    /** @return the breakdown types that at least one item carries */
    static Set<String> breakdownTypes(List<OrderItem> items) {
        return list(items).stream()
                .filter(Objects::nonNull)
                .map(AmazonLines::breakdowns)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .map(Breakdown::type)
                .collect(Collectors.toSet());
    }

    private static OrderLine line(String field, OrderItem item) {
        if (item == null) {
            throw unreadable(field, "is missing");
        }
        WireProduct product = item.product() == null ? new WireProduct(null, null, null, null) : item.product();
        GiftOption gift = gift(item);
        return new OrderLine(
                id(field + ".orderItemId", item.orderItemId()),
                text(product.sellerSku()),
                text(product.asin()),
                text(product.title()),
                units(field + ".quantityOrdered", item.quantityOrdered()),
                shipped(field + ".fulfillment.quantityFulfilled", item.fulfillment()),
                AmazonCharges.ofLine(field + ".proceeds.breakdowns", breakdowns(item)),
                item.proceeds() == null
                        ? null
                        : money(
                                field + ".proceeds.proceedsTotal",
                                item.proceeds().proceedsTotal()),
                gift == null ? null : text(gift.giftMessage()),
                item.cancellation() != null && item.cancellation().cancellationRequest() != null,
                gift != null,
                gift == null ? null : text(gift.giftWrapLevel()),
                product.customization() == null
                        ? null
                        : text(product.customization().customizedUrl()));
    }

    private static List<Breakdown> breakdowns(OrderItem item) {
        return Optional.ofNullable(item.proceeds())
                .map(ItemProceeds::breakdowns)
                .orElse(List.of());
    }

    private static int shipped(String field, ItemFulfillment fulfillment) {
        return fulfillment == null || fulfillment.quantityFulfilled() == null
                ? 0
                : units(field, fulfillment.quantityFulfilled());
    }

    private static GiftOption gift(OrderItem item) {
        return Optional.ofNullable(item.fulfillment())
                .map(ItemFulfillment::packing)
                .map(Packing::giftOption)
                .orElse(null);
    }
}
