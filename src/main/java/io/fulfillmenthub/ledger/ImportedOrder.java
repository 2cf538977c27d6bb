package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.AmazonPackage;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.ParcelSplit;
import io.fulfillmenthub.order.Shipment;
import io.fulfillmenthub.order.Track;
import io.fulfillmenthub.order.TrackingNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An order in Commerce whose shipments come in: what may still be shipped of it, and whether Amazon wants to know.
 *
 * @param order Amazon's order
 * @param itemIds Amazon's order item id by Commerce's item id
 * @param cancelled whether Amazon cancelled it
 */
record ImportedOrder(Order order, Map<Long, String> itemIds, boolean cancelled) {

    /** Programs in which Amazon gives the tracking itself. */
    private static final Set<String> TRACKED_BY_AMAZON =
            Set.of("FBM_SHIP_PLUS", "AMAZON_EASY_SHIP", "DELIVERY_BY_AMAZON");

    /** Units of a shipment; children of bundles and configurable products have no Amazon item and are not counted. */
    Map<String, Integer> unitsOf(Shipment shipment) {
        Map<String, Integer> units = new HashMap<>();
        shipment.units().forEach((item, count) -> {
            if (itemIds.containsKey(item)) {
                units.merge(itemIds.get(item), count, Integer::sum);
            }
        });
        return units;
    }

    /** Units ordered and in no parcel yet: neither in one of ours nor in one that Amazon has from elsewhere. */
    Map<String, Integer> open(List<Parcel> parcels) {
        Map<String, Integer> ordered =
                order.lines().stream().collect(Collectors.toMap(OrderLine::orderItemId, OrderLine::quantityOrdered));
        List<Map<String, Integer>> taken = Stream.concat(
                        parcels.stream().filter(Parcel::countsAtAmazon).map(Parcel::units),
                        foreign(parcels).map(AmazonPackage::units))
                .toList();
        return ParcelSplit.left(ordered, taken);
    }

    /** The parcel with this number that Amazon has from elsewhere: it was confirmed in Seller Central. */
    Optional<AmazonPackage> knownAtAmazon(Track track, List<Parcel> parcels) {
        return foreign(parcels)
                .filter(shown -> TrackingNumber.same(shown.trackingNumber(), track.number()))
                .findFirst();
    }

    /** The next packageReferenceId, used neither by us nor by anybody at Amazon. */
    int nextReference(List<Parcel> parcels) {
        IntStream ours = parcels.stream().mapToInt(Parcel::reference);
        IntStream theirs = order.packages().stream()
                .flatMap(shown -> reference(shown).stream())
                .mapToInt(Integer::intValue);
        return IntStream.concat(ours, theirs).max().orElse(0) + 1;
    }

    static Optional<Integer> reference(AmazonPackage shown) {
        return Optional.ofNullable(shown.packageReferenceId())
                .filter(text -> text.matches("[1-9]\\d{0,8}"))
                .map(Integer::valueOf);
    }

    /** Why Amazon is not told of its parcels, empty if it is. */
    Optional<String> whyNotSent() {
        if (order.fulfilledByAmazon()) {
            return Optional.of("Amazon ships this order itself");
        }
        if (cancelled) {
            return Optional.of("Amazon cancelled this order");
        }
        return order.programs().stream()
                .filter(TRACKED_BY_AMAZON::contains)
                .findFirst()
                .map(program -> "Amazon gives the tracking of " + program + " orders itself");
    }

    /** Parcels that Amazon has from elsewhere, from Seller Central mostly. */
    Stream<AmazonPackage> foreign(List<Parcel> parcels) {
        return order.packages().stream()
                .filter(shown -> shown.trackingNumber() != null)
                .filter(shown -> parcels.stream().noneMatch(parcel -> isOurs(parcel, shown)));
    }

    private static boolean isOurs(Parcel parcel, AmazonPackage shown) {
        return String.valueOf(parcel.reference()).equals(shown.packageReferenceId())
                || parcel.bears(shown.trackingNumber());
    }
}
