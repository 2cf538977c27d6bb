package io.fulfillmenthub.ledger;

import java.util.List;

/**
 * One page of a list of orders.
 *
 * @param items the orders of this page
 * @param total how many orders all pages have together
 */
public record OrderList(List<OrderEntry> items, long total) {

    public OrderList {
        items = List.copyOf(items);
    }
}
