package io.fulfillmenthub.commerce;

import io.fulfillmenthub.order.CommerceDirectory;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.Region;
import io.fulfillmenthub.order.StoreView;
import java.util.List;

/**
 * The search for what an order needs of the shop's directory, while it goes on.
 *
 * @param order the order
 * @param store the store view, null until it is known
 * @param regions the destination's regions, null until they are known
 */
public record DirectorySearch(OrderImport order, StoreView store, List<Region> regions) {

    /** @return whether Commerce must be asked for the store views */
    public boolean storeMissing() {
        return store == null;
    }

    /** @return whether Commerce must be asked for exchange rates: the order is not in the base currency */
    public boolean rateMissing() {
        return order.order().grandTotal() != null
                && !store.rates().containsKey(order.order().currency().getCurrencyCode());
    }

    /** @return whether Commerce must be asked for the regions of the destination's country */
    public boolean regionsMissing() {
        return regions == null;
    }

    DirectorySearch withStore(StoreView found) {
        return new DirectorySearch(order, found, regions);
    }

    DirectorySearch withRegions(List<Region> found) {
        return new DirectorySearch(order, store, List.copyOf(found));
    }

    /** @return what was found */
    public CommerceDirectory found() {
        return new CommerceDirectory(store, regions);
    }
}
