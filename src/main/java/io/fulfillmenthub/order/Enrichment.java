package io.fulfillmenthub.order;

import java.util.List;
import java.util.Map;

/** The aggregation of every enricher in the routes: what was known, together with what was found. */
public final class Enrichment {

    /** @return the import for a customer of the shop */
    public OrderImport customer(OrderImport order, Long customerId) {
        return order.withCustomer(customerId);
    }

    /** @return the import knowing its products */
    public OrderImport products(OrderImport order, Map<String, Product> products) {
        return order.withProducts(products);
    }

    /** @return the import knowing the shop's directory */
    public OrderImport directory(OrderImport order, CommerceDirectory directory) {
        return order.withDirectory(directory);
    }

    /** @return the import with the order that was created */
    public OrderImport created(OrderImport order, CommerceOrder created) {
        return order.withCreated(created);
    }

    /**
     * Adopts what a search found.
     *
     * @throws RejectedException when Commerce has several orders for it, or its number belongs to another order
     */
    public OrderImport found(OrderImport order, List<CommerceOrder> found) {
        return order.withFound(found);
    }

    /** @return both sides of an order that may be finished or must be settled */
    public BothSides commerce(DueOrder due, CommerceOrder commerce) {
        return new BothSides(due, commerce);
    }

    /** @return a shipment with what Commerce has of it already */
    public DueShipment shipments(DueShipment due, ShipmentPage page) {
        return due.withFound(page);
    }

    /** @return a shipment that Commerce has created */
    public DueShipment shipped(DueShipment due, Long shipmentId) {
        return due.withCreated(shipmentId);
    }

    /** @return a parcel with the order as Amazon shows it after the confirmation */
    public PackageProof shown(DuePackage sent, Order shown) {
        return new PackageProof(sent, shown);
    }
}
