package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The canonical order: Amazon's order in the hub's words, and what subscribers receive. Its JSON form is a public contract;
 * it only ever gains fields.
 *
 * @param accountId the seller account
 * @param amazonOrderId Amazon's order id
 * @param marketplaceId the marketplace, null for orders of other channels
 * @param purchaseDate when the buyer ordered ({@code createdTime})
 * @param lastUpdated when Amazon last changed it ({@code lastUpdatedTime})
 * @param status Amazon's status
 * @param statusText Amazon's status as it was written, for statuses this hub does not know
 * @param fulfilledBy who ships
 * @param salesChannel {@code AMAZON}, or another channel for multi-channel orders
 * @param programs Amazon's programs, such as PRIME or AMAZON_BUSINESS
 * @param serviceLevel Amazon's {@code fulfillmentServiceLevel}, such as STANDARD
 * @param shipBy when it must be shipped
 * @param deliverBy when it must arrive
 * @param buyer who bought
 * @param shipTo where it goes, null when Amazon does not say
 * @param lines the items
 * @param charges charges of the whole order that no line carries, such as a delivery tip
 * @param grandTotal what Amazon says the order comes to, null when it does not say (pending)
 * @param packages the parcels Amazon shows
 * @param replaces the order this one replaces, null unless it is a replacement or an exchange
 */
public record Order(
        String accountId,
        String amazonOrderId,
        String marketplaceId,
        Instant purchaseDate,
        Instant lastUpdated,
        AmazonStatus status,
        String statusText,
        FulfilledBy fulfilledBy,
        String salesChannel,
        Set<String> programs,
        String serviceLevel,
        TimeWindow shipBy,
        TimeWindow deliverBy,
        Buyer buyer,
        Address shipTo,
        List<OrderLine> lines,
        List<Charge> charges,
        Money grandTotal,
        List<AmazonPackage> packages,
        String replaces) {

    public Order {
        programs = programs == null ? Set.of() : Set.copyOf(programs);
        shipBy = shipBy == null ? TimeWindow.OPEN : shipBy;
        deliverBy = deliverBy == null ? TimeWindow.OPEN : deliverBy;
        buyer = buyer == null ? Buyer.UNKNOWN : buyer;
        lines = lines == null ? List.of() : List.copyOf(lines);
        charges = charges == null ? List.of() : List.copyOf(charges);
        packages = packages == null ? List.of() : List.copyOf(packages);
    }

    /** @return the hub's identity of this order */
    public OrderKey key() {
        return new OrderKey(accountId, amazonOrderId);
    }

    /** @return whether Amazon ships it */
    public boolean fulfilledByAmazon() {
        return fulfilledBy == FulfilledBy.AMAZON;
    }

    /** @return the line with that Amazon order item id */
    public Optional<OrderLine> line(String orderItemId) {
        return lines.stream()
                .filter(line -> line.orderItemId().equals(orderItemId))
                .findFirst();
    }

    /** @return whether the buyer asks to cancel one of these lines */
    public boolean cancelRequested(Set<String> orderItemIds) {
        return lines.stream().anyMatch(line -> line.cancelRequested() && orderItemIds.contains(line.orderItemId()));
    }

    /** @return units ordered in all lines */
    public int units() {
        return lines.stream().mapToInt(OrderLine::quantityOrdered).sum();
    }

    /** @return the name to show for the buyer: the buyer's, else the recipient's */
    public Optional<String> buyerName() {
        return Optional.ofNullable(buyer.name())
                .or(() -> Optional.ofNullable(shipTo).map(Address::name));
    }

    /**
     * The currency of the order's money.
     *
     * @throws RejectedException when Amazon gave no money at all
     */
    public Currency currency() {
        if (grandTotal == null) {
            throw new RejectedException(ReasonCode.MONEY_MISSING, "Amazon gives no grand total");
        }
        return grandTotal.currency();
    }

    /**
     * Keeps what an earlier version knew where this one is silent: Amazon withholds addresses and buyers at times.
     *
     * @return this order with the earlier address and buyer where it has none
     */
    public Order keeping(Order earlier) {
        return replacing(buyer.keeping(earlier.buyer), Address.newest(shipTo, earlier.shipTo), lines);
    }

    /** @return this order with a delivery address that an operator corrected; Amazon's own is kept in it */
    public Order withCorrectedAddress(Address corrected) {
        return replacing(buyer, corrected.correcting(shipTo), lines);
    }

    /** @return this order without buyer, recipient, street, company, messages and customisations; country, region, items and money stay */
    public Order withoutPersonalData() {
        return replacing(
                Buyer.UNKNOWN,
                shipTo == null ? null : shipTo.withoutPersonalData(),
                lines.stream().map(OrderLine::withoutPersonalData).toList());
    }

    /** @return this order with other people and lines, and all else as it is */
    public Order replacing(Buyer otherBuyer, Address otherShipTo, List<OrderLine> otherLines) {
        return new Order(
                accountId,
                amazonOrderId,
                marketplaceId,
                purchaseDate,
                lastUpdated,
                status,
                statusText,
                fulfilledBy,
                salesChannel,
                programs,
                serviceLevel,
                shipBy,
                deliverBy,
                otherBuyer,
                otherShipTo,
                otherLines,
                charges,
                grandTotal,
                packages,
                replaces);
    }

    /**
     * Takes over what a subscriber may change before the import: buyer, address, service level, and of each line the SKU, the
     * title and the gift message. Identity, status, quantities and money stay Amazon's.
     */
    Order enrichedBy(Order changed) {
        return new Order(
                accountId,
                amazonOrderId,
                marketplaceId,
                purchaseDate,
                lastUpdated,
                status,
                statusText,
                fulfilledBy,
                salesChannel,
                programs,
                changed.serviceLevel,
                shipBy,
                deliverBy,
                changed.buyer,
                changed.shipTo,
                lines.stream().map(line -> line.enrichedBy(changed.lines)).toList(),
                charges,
                grandTotal,
                packages,
                replaces);
    }

    /** @return the identity, status and nothing personal */
    @Override
    public String toString() {
        return "Order[" + key() + " " + status + "]";
    }

    /** Of the number alone: Camel asks for it with every expression that looks into a body. */
    @Override
    public int hashCode() {
        return amazonOrderId.hashCode();
    }
}
