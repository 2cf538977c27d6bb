package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.ShipmentNotice;

/** The canonical order as the text that the ledger keeps in {@code orders.document}. */
public interface OrderDocuments {

    /** @return the order as subscribers receive it, JSON; {@link #read} gives back an equal order */
    String write(Order order);

    /** @return the text to keep, sealed; {@link #read} gives back an equal order */
    String seal(Order order);

    /**
     * Reads a kept order, sealed or plain.
     *
     * @throws io.fulfillmenthub.order.RejectedException when the text is no order; the message holds nothing of it
     */
    Order read(String document);

    /**
     * Reads a kept notice of a shipment.
     *
     * @throws io.fulfillmenthub.order.RejectedException when the text is none
     */
    ShipmentNotice readNotice(String document);
}
