package io.fulfillmenthub.order;

import java.util.List;
import java.util.Optional;

/**
 * One item of an order.
 *
 * @param orderItemId Amazon's {@code orderItemId}
 * @param sku the seller's SKU, which names the product in Commerce
 * @param asin Amazon's number of the product
 * @param title the product's title at Amazon
 * @param quantityOrdered units ordered; Amazon lowers it when a part is cancelled
 * @param quantityShipped units Amazon knows as shipped
 * @param charges what the units cost, by kind
 * @param proceedsTotal what Amazon says the line comes to, null when it does not say
 * @param giftMessage the buyer's message for a gift, null without one
 * @param cancelRequested whether the buyer asks to cancel this line
 * @param gift whether the buyer gives it as a present
 * @param giftWrapLevel the kind of gift wrap the buyer chose, in Amazon's words, null without one
 * @param customizationUrl where Amazon keeps what the buyer had customised (Amazon Custom); the hub never fetches it; null without
 */
public record OrderLine(
        String orderItemId,
        String sku,
        String asin,
        String title,
        int quantityOrdered,
        int quantityShipped,
        List<Charge> charges,
        Money proceedsTotal,
        String giftMessage,
        boolean cancelRequested,
        boolean gift,
        String giftWrapLevel,
        String customizationUrl) {

    public OrderLine {
        charges = charges == null ? List.of() : List.copyOf(charges);
    }

    /** @return the charge of that kind */
    public Optional<Charge> charge(ChargeType type) {
        return charges.stream().filter(charge -> charge.type() == type).findFirst();
    }

    /** @return this line without what the buyer wrote and had customised */
    public OrderLine withoutPersonalData() {
        return new OrderLine(
                orderItemId,
                sku,
                asin,
                title,
                quantityOrdered,
                quantityShipped,
                charges,
                proceedsTotal,
                null,
                cancelRequested,
                gift,
                giftWrapLevel,
                null);
    }

    /** @return this line with the SKU, the title and the gift message of the changed line with its id */
    OrderLine enrichedBy(List<OrderLine> changed) {
        return changed.stream()
                .filter(line -> orderItemId.equals(line.orderItemId()))
                .findFirst()
                .map(line -> new OrderLine(
                        orderItemId,
                        line.sku(),
                        asin,
                        line.title(),
                        quantityOrdered,
                        quantityShipped,
                        charges,
                        proceedsTotal,
                        line.giftMessage(),
                        cancelRequested,
                        gift,
                        giftWrapLevel,
                        customizationUrl))
                .orElse(this);
    }

    /** @return the ids, quantities and nothing personal */
    @Override
    public String toString() {
        return "OrderLine[" + orderItemId + " " + sku + " x" + quantityOrdered + "]";
    }
}
