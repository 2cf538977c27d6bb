package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.List;

/**
 * A shipment that a warehouse, a carrier's system or Amazon itself tells the hub of; its JSON form is a public contract
 * (docs/shipments.md).
 *
 * @param accountId the seller account
 * @param amazonOrderId Amazon's order id
 * @param shipmentId the sender's own id: the same id again is the same shipment
 * @param shippedAt when it was shipped, null for now
 * @param items what is in it, empty for everything that is open
 * @param tracks its tracking numbers, at least one
 */
public record ShipmentNotice(
        String accountId,
        String amazonOrderId,
        String shipmentId,
        Instant shippedAt,
        List<Item> items,
        List<Label> tracks) {

    private static final int LONGEST_ID = 100;

    public ShipmentNotice {
        items = items == null ? List.of() : List.copyOf(items);
        tracks = tracks == null ? List.of() : List.copyOf(tracks);
    }

    /**
     * Units of one item.
     *
     * @param sku the seller's SKU, null if the item id is given
     * @param orderItemId Amazon's order item id, null if the SKU is given
     * @param quantity units
     * @param transparencyCodes codes of Amazon's Transparency program, one a unit, empty without
     */
    public record Item(String sku, String orderItemId, int quantity, List<String> transparencyCodes) {

        public Item {
            transparencyCodes = transparencyCodes == null ? List.of() : List.copyOf(transparencyCodes);
        }
    }

    /**
     * A tracking number.
     *
     * @param carrier Commerce's carrier code, or any name that {@code amazon.carriers} knows; null for unknown
     * @param title the carrier's name, null for the carrier code
     * @param number the tracking number
     */
    public record Label(String carrier, String title, String number) {}

    /** @return the order */
    public OrderKey key() {
        return new OrderKey(accountId, amazonOrderId);
    }

    /**
     * Refuses what cannot be a shipment.
     *
     * @throws IllegalArgumentException with the field and the remedy
     */
    public ShipmentNotice checked() {
        require(present(accountId), "accountId is missing: give the id of an account in amazon.accounts");
        require(present(amazonOrderId), "amazonOrderId is missing: give Amazon's order id");
        require(
                present(shipmentId) && shipmentId.length() <= LONGEST_ID,
                "shipmentId is missing or longer than " + LONGEST_ID + ": give your own id of the shipment");
        require(!tracks.isEmpty(), "tracks is empty: give at least one tracking number");
        for (int i = 0; i < tracks.size(); i++) {
            require(present(tracks.get(i).number()), "tracks[" + i + "].number is missing: give the tracking number");
        }
        for (int i = 0; i < items.size(); i++) {
            check("items[" + i + "]", items.get(i));
        }
        return this;
    }

    private static void check(String field, Item item) {
        require(
                present(item.sku()) || present(item.orderItemId()),
                field + " has neither sku nor orderItemId: give one");
        require(item.quantity() > 0, field + ".quantity is not above 0: give the number of units");
        require(
                item.transparencyCodes().isEmpty() || item.transparencyCodes().size() == item.quantity(),
                field + ".transparencyCodes does not have one code a unit: give as many as quantity");
    }

    private static boolean present(String text) {
        return text != null && !text.isBlank();
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
