package io.fulfillmenthub.ledger;

/**
 * What became of a shipment that others told the hub of; absent parts are null.
 *
 * @param accountId the seller account
 * @param amazonOrderId Amazon's order id
 * @param shipmentId the sender's own id
 * @param state {@code WAITING} for the order or a worker, {@code CREATED} in Commerce, or {@code NEEDS_ATTENTION}
 * @param reason the code of the reason why it is parked
 * @param note what happened last, or what to do next
 * @param commerceShipmentId Commerce's {@code entity_id} of the shipment
 */
public record NoticeEntry(
        String accountId,
        String amazonOrderId,
        String shipmentId,
        String state,
        String reason,
        String note,
        Long commerceShipmentId) {}
