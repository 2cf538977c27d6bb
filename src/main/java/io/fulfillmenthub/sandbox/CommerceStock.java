package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** One source, one stock: what lies there and what is reserved. Salable is the sum of both, as reservations are negative. */
final class CommerceStock {

    private static final String SOURCE = "source_quantity";
    private static final String RESERVED = "reserved_quantity";

    /** Whether the quantity of a product counts at all; absent means that it does. */
    static final String MANAGED = "manage_stock";

    private final CommerceTable products;

    CommerceStock(CommerceTable products) {
        this.products = products;
    }

    BigDecimal salable(String sku) {
        return product(sku)
                .map(product -> CommerceAmounts.of(product, SOURCE).add(CommerceAmounts.of(product, RESERVED)))
                .orElse(BigDecimal.ZERO);
    }

    BigDecimal source(String sku) {
        return product(sku).map(product -> CommerceAmounts.of(product, SOURCE)).orElse(BigDecimal.ZERO);
    }

    /** @return whether so much can be sold: it is there, or the product's stock is not managed */
    boolean sells(String sku, BigDecimal quantity) {
        return product(sku)
                .filter(product ->
                        !product.path(MANAGED).asBoolean(true) || salable(sku).compareTo(quantity) >= 0)
                .isPresent();
    }

    /** Changes both; an unknown SKU has no stock to change. */
    void move(String sku, BigDecimal source, BigDecimal reserved) {
        synchronized (products) {
            product(sku).ifPresent(product -> {
                CommerceAmounts.add(product, SOURCE, source);
                CommerceAmounts.add(product, RESERVED, reserved);
                products.put(product.path("id").asInt(), product);
            });
        }
    }

    /** Takes shipped goods out of the source and frees as much of the reservations, whether or not any was made. */
    void ship(String sku, BigDecimal quantity) {
        move(sku, quantity.negate(), quantity);
    }

    void setSource(String sku, BigDecimal quantity) {
        synchronized (products) {
            move(sku, quantity.subtract(source(sku)), BigDecimal.ZERO);
        }
    }

    boolean isKnown(String sku) {
        return product(sku).isPresent();
    }

    private Optional<ObjectNode> product(String sku) {
        return products.all("sku", sku).stream().findFirst();
    }
}
