package io.fulfillmenthub.order;

/**
 * A tracking number on a Commerce shipment.
 *
 * @param id Commerce's {@code entity_id} of the track
 * @param carrierCode Commerce's carrier code: ups, usps, fedex, dhl, custom or a module's own
 * @param title free text, often the carrier's name
 * @param number the tracking number
 */
public record Track(long id, String carrierCode, String title, String number) {}
