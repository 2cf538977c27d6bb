package io.fulfillmenthub.order;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A Commerce order that somebody else made becomes the one of an Amazon order, because an operator says so. */
final class Adoption {

    private final DueOrder due;

    Adoption(DueOrder due) {
        this.due = due;
    }

    /**
     * Chooses the order with the wanted number, and tells which of its items is which of Amazon's.
     *
     * @throws RejectedException when there is none, it belongs to another Amazon order, or an item is not in it
     */
    CommerceOrder choose(List<CommerceOrder> found) {
        CommerceOrder chosen = found.stream()
                .filter(order -> due.adopt().equals(order.number()))
                .findFirst()
                .orElseThrow(() -> refused("Commerce has no order with the number " + due.adopt()));
        String owner = chosen.amazonOrderId();
        if (owner != null && !owner.isBlank() && !owner.equals(due.key().amazonOrderId())) {
            throw refused("Commerce order " + due.adopt() + " belongs to the Amazon order " + owner);
        }
        return chosen.withItems(items(chosen));
    }

    private Map<String, Long> items(CommerceOrder chosen) {
        Map<String, Long> items = new HashMap<>(chosen.items());
        Map<String, Long> bySku = new HashMap<>();
        chosen.itemsBySku().forEach((sku, item) -> bySku.putIfAbsent(sku.toLowerCase(Locale.ROOT), item));
        for (OrderLine line : due.order().lines()) {
            if (line.quantityOrdered() > 0 && !items.containsKey(line.orderItemId())) {
                items.put(line.orderItemId(), item(line, bySku));
            }
        }
        return items;
    }

    private Long item(OrderLine line, Map<String, Long> bySku) {
        Long item = line.sku() == null ? null : bySku.get(line.sku().toLowerCase(Locale.ROOT));
        boolean onlyOne = bySku.size() == 1 && due.order().lines().size() == 1;
        if (item == null && !onlyOne) {
            throw refused("Commerce order " + due.adopt() + " has no item with the SKU " + line.sku());
        }
        return item == null ? bySku.values().iterator().next() : item;
    }

    private static RejectedException refused(String message) {
        return new RejectedException(ReasonCode.ADOPTION_REFUSED, message);
    }
}
