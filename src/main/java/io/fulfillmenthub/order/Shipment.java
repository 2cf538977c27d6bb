package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A shipment as Commerce holds it.
 *
 * @param id Commerce's {@code entity_id} of the shipment
 * @param commerceOrderId Commerce's {@code entity_id} of the order
 * @param createdAt when it was made
 * @param updatedAt when Commerce last changed it; tracks added later do not touch it (measured)
 * @param units shipped units by Commerce order item id
 * @param tracks its tracking numbers
 */
public record Shipment(
        long id,
        long commerceOrderId,
        Instant createdAt,
        Instant updatedAt,
        Map<Long, Integer> units,
        List<Track> tracks) {

    public Shipment {
        units = Map.copyOf(units);
        tracks = List.copyOf(tracks);
    }
}
