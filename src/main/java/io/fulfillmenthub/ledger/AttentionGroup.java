package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.ReasonCode;
import java.time.Instant;

/**
 * Parked work with one cause and one subject, such as the 41 orders whose SKU X is not in Commerce.
 *
 * @param cause what names the group in addresses, see {@link Cause}
 * @param kind what is parked: {@code order}, {@code package}, {@code shipment}, {@code cancellation}, or
 *     {@code hand-over to erp}
 * @param sentence what happened, the same for all of them
 * @param size how many there are
 * @param since when the first of them was parked
 * @param example the order of one of them
 * @param reasonSize how many are parked for the same reason in all
 * @param reasonGroups how many groups have the same reason
 */
public record AttentionGroup(
        Cause cause,
        String kind,
        String sentence,
        long size,
        Instant since,
        OrderKey example,
        long reasonSize,
        long reasonGroups) {

    /** @return why they are parked */
    public ReasonCode reason() {
        return cause.reason();
    }
}
