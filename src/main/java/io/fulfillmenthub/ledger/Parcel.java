package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Track;
import io.fulfillmenthub.order.TrackingNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * A parcel of an order as the ledger holds it.
 *
 * @param reference Amazon's packageReferenceId
 * @param shipmentId Commerce's {@code entity_id} of the shipment
 * @param trackId Commerce's {@code entity_id} of the track
 * @param number the tracking number
 * @param units units by Amazon order item id
 * @param state how far it is
 */
record Parcel(int reference, long shipmentId, long trackId, String number, Map<String, Integer> units, String state) {

    static final String COLUMNS =
            "package_reference_id, commerce_shipment_id, commerce_track_id, tracking_number, units, state";

    static Parcel of(ResultSet row) throws SQLException {
        return new Parcel(
                row.getInt(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                Columns.units(row.getString(5)),
                row.getString(6));
    }

    boolean has(Track track) {
        return trackId == track.id();
    }

    boolean countsAtAmazon() {
        return !"NOT_SENT".equals(state);
    }

    boolean bears(String trackingNumber) {
        return TrackingNumber.same(number, trackingNumber);
    }
}
