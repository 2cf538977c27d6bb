package io.fulfillmenthub.order;

import io.fulfillmenthub.order.OrderSettings.CustomerCreation;
import io.fulfillmenthub.order.OrderSettings.Invoice;
import io.fulfillmenthub.order.OrderSettings.StockCheck;
import java.util.List;
import java.util.Map;

/**
 * One order on its way into Commerce; every step of the import adds what it found.
 *
 * @param due the claimed order
 * @param settings how orders are created
 * @param storeCode the store view that receives it
 * @param customerId Commerce's customer, null for a guest
 * @param products Commerce's products by Amazon SKU
 * @param directory the shop's directory, null until it was asked for
 * @param commerce the order in Commerce, null until it was created or found
 * @param remark what subscribers add to the comment of the order, empty for nothing
 */
public record OrderImport(
        DueOrder due,
        OrderSettings settings,
        String storeCode,
        Long customerId,
        Map<String, Product> products,
        CommerceDirectory directory,
        CommerceOrder commerce,
        String remark) {

    /** @return the hub's identity of the order */
    public OrderKey key() {
        return due.key();
    }

    /** @return the order as Amazon showed it */
    public Order order() {
        return due.order();
    }

    /** @return whether Commerce may have it: an earlier creation may have happened, or an operator says so */
    public boolean outcomeUnknown() {
        return due.importStartedAt() != null || due.adopt() != null;
    }

    /** @return whether it is still to be created */
    public boolean missingInCommerce() {
        return commerce == null;
    }

    /** @return whether Amazon cancelled it before it came into Commerce, so that it is never created */
    public boolean withdrawn() {
        return missingInCommerce() && order().status() == AmazonStatus.CANCELLED;
    }

    /** @return whether the buyer is to be a customer of the shop; FBA orders carry no buyer and stay guests */
    public boolean customerWanted() {
        return settings.customerCreation() == CustomerCreation.ACCOUNT
                && order().buyer().email() != null;
    }

    /** @return whether Commerce must have the goods: Amazon's own stock is never looked at, nor is it where an operator says so */
    public boolean stockDue() {
        return !due.ruled() && !order().fulfilledByAmazon() && settings.stockCheck() == StockCheck.SALABLE;
    }

    /** @return whether an invoice is to be made: merchant-fulfilled, not cancelled, wanted and not made yet */
    public boolean invoiceDue() {
        return !order().fulfilledByAmazon()
                && order().status() != AmazonStatus.CANCELLED
                && settings.invoice() == Invoice.IMPORT
                && !commerce.invoiced()
                && !commerce.cancelled();
    }

    /** @return whether the configured status is to be set: merchant-fulfilled and not set yet, or reset by an invoice */
    public boolean statusDue() {
        return !order().fulfilledByAmazon()
                && !commerce.complete()
                && settings.customStatus()
                        .filter(status -> invoiceDue() || !status.equals(commerce.status()))
                        .isPresent();
    }

    /** @return the same import for a customer of the shop */
    public OrderImport withCustomer(long id) {
        return new OrderImport(due, settings, storeCode, id, products, directory, commerce, remark);
    }

    /** @return the same import knowing its products */
    public OrderImport withProducts(Map<String, Product> found) {
        return new OrderImport(due, settings, storeCode, customerId, found, directory, commerce, remark);
    }

    /** @return the same import knowing the shop's directory */
    public OrderImport withDirectory(CommerceDirectory found) {
        return new OrderImport(due, settings, storeCode, customerId, products, found, commerce, remark);
    }

    /** @return the same import with the order that was created */
    public OrderImport withCreated(CommerceOrder created) {
        return new OrderImport(due, settings, storeCode, customerId, products, directory, created, remark);
    }

    /** @return the same import with what a subscriber changed of the order */
    public OrderImport enriched(Order changed) {
        return new OrderImport(
                due.withOrder(order().enrichedBy(changed)),
                settings,
                storeCode,
                customerId,
                products,
                directory,
                commerce,
                remark);
    }

    /** @return the same import with another sentence in the comment of the order */
    public OrderImport withRemark(String sentence) {
        String all = (remark + " " + sentence).strip();
        return new OrderImport(due, settings, storeCode, customerId, products, directory, commerce, all);
    }

    /**
     * Adopts what a search found: nothing, or the one order.
     *
     * @throws RejectedException when Commerce has several orders for it, or its number belongs to another order
     */
    public OrderImport withFound(List<CommerceOrder> found) {
        if (due.adopt() != null) {
            return withCreated(new Adoption(due).choose(found));
        }
        List<CommerceOrder> ours = found.stream()
                .filter(order -> due.key().amazonOrderId().equals(order.amazonOrderId()))
                .toList();
        if (ours.size() > 1) {
            throw new RejectedException(
                    ReasonCode.DUPLICATE_IN_COMMERCE,
                    "Commerce has " + ours.size() + " orders for this Amazon order: "
                            + ours.stream().map(CommerceOrder::number).toList());
        }
        if (ours.isEmpty() && !found.isEmpty()) {
            throw new RejectedException(
                    ReasonCode.NUMBER_TAKEN,
                    "The Commerce order number " + found.get(0).number() + " belongs to another order");
        }
        return ours.isEmpty() ? this : withCreated(ours.get(0));
    }

    /** @see Order#hashCode() */
    @Override
    public int hashCode() {
        return due.hashCode();
    }
}
