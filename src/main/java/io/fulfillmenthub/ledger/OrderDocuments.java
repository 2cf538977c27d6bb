package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Order;

/** The canonical order as the text that the ledger keeps in {@code orders.document}. */
public interface OrderDocuments {

    /** @return the text to keep; {@link #read} gives back an equal order */
    String write(Order order);

    /**
     * Reads a kept order.
     *
     * @throws io.fulfillmenthub.order.RejectedException when the text is no order; the message holds nothing of it
     */
    Order read(String document);
}
